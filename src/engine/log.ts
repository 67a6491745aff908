/** One structured line per piece of work; never a message text, never a secret. */
import { type Logger, pino } from 'pino'

/** @param level a pino level, `silent` for tests */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.token', '*.secret', '*.password'],
  })
