/** From environment to typed settings; the only file that reads `process.env`. */
import { z } from 'zod'
import { isZone } from './kit/time.js'
import { languages } from './kit/translate.js'

const blank = (value: unknown) => (value === '' ? undefined : value)

const settings = z.object({
  HOST: z.preprocess(blank, z.string().default('127.0.0.1')),
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(3000)),
  DATA_DIR: z.preprocess(blank, z.string().default('./data')),
  DATABASE_URL: z.preprocess(blank, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  PLAYGROUND: z.preprocess(blank, z.enum(['on', 'off']).optional()),
  LOG_LEVEL: z.preprocess(
    blank,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ),
  DEFAULT_LANGUAGE: z.preprocess(blank, z.enum(languages).default('zh-CN')),
  DEFAULT_ZONE: z.preprocess(blank, z.string().default('Asia/Shanghai').refine(isZone, 'not a time zone')),
})

export type Config = z.output<typeof settings>

/** @throws Error naming each setting that does not fit. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const read = settings.safeParse(env)
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`These settings do not fit:\n${faults.join('\n')}`)
}
