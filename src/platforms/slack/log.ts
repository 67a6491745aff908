/** The SDK's log lines in ours: only warnings and errors, because its other lines quote messages and tokens. */
import type { Logger as SlackLogger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

const secrets = /xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe[\w.-]+|wss?:\/\/\S+/g
const words = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (part instanceof Error ? part.message : String(part)))
    .join(' ')
    .replace(secrets, '…')

export const slackLog = (log: Logger): SlackLogger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...parts) => log.warn({ slack: words(parts) }, 'slack'),
  error: (...parts) => log.warn({ slack: words(parts) }, 'slack'),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
})
