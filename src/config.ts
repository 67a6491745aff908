/** From environment to typed settings; the only file that reads `process.env`. */
import { z } from 'zod'
import { isZone } from './kit/time.js'
import { languages } from './kit/translate.js'

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = z.preprocess(blank, z.string().trim().optional())
const secret = (prefix: string) =>
  z.preprocess(blank, z.string().trim().startsWith(prefix, `begins with ${prefix}`).optional())
const quota = (usual: number) => z.preprocess(blank, z.coerce.number().int().min(1).default(usual))

/** MarkdownButton, which every organisation can use: shipped with DingTalk's Python SDK. */
const publicTemplate = '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema'

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
  CALENDAR_FILE: optional,
  SLACK_BOT_TOKEN: secret('xox'),
  SLACK_APP_TOKEN: secret('xapp-'),
  SLACK_SIGNING_SECRET: optional,
  SLACK_CLIENT_ID: optional,
  SLACK_CLIENT_SECRET: optional,
  SLACK_STATE_SECRET: optional,
  DINGTALK_CLIENT_ID: optional,
  DINGTALK_CLIENT_SECRET: optional,
  DINGTALK_API_URL: z.preprocess(blank, z.url({ protocol: /^https?$/ }).optional()),
  DINGTALK_MONTHLY_API_QUOTA: quota(5000),
  DINGTALK_MONTHLY_STREAM_QUOTA: quota(3000),
  DINGTALK_CARD_TEMPLATE_ID: z.preprocess(blank, z.string().trim().default(publicTemplate)),
  DINGTALK_CARD_LAYOUT: z.preprocess(blank, z.enum(['button', 'drumbeat']).default('button')),
  SLACK_API_URL: z.preprocess(blank, z.url({ protocol: /^https?$/ }).default('https://slack.com/api/')),
})

export type Config = z.output<typeof settings>

/** @throws Error naming each setting that does not fit. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const read = settings.safeParse(env)
  if (!read.success) {
    throw unfit(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const missing = [...missingForSlack(read.data), ...missingForDingtalk(read.data)]
  if (missing.length > 0) throw unfit(missing)
  return read.data
}

const unfit = (faults: readonly string[]): Error =>
  new Error(`These settings do not fit:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)

/** Slack needs a way in and a way out; half of either helps nobody. */
const missingForSlack = (config: Config): string[] => {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: socket, SLACK_SIGNING_SECRET: http } = config
  const install = [config.SLACK_CLIENT_ID, config.SLACK_CLIENT_SECRET, config.SLACK_STATE_SECRET]
  const some = [token, socket, http, ...install].some((value) => value !== undefined)
  const faults: string[] = []
  if (install.some(Boolean) && !install.every(Boolean)) {
    faults.push('SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET belong together')
  }
  if (some && !token && !install.every(Boolean)) {
    faults.push('SLACK_BOT_TOKEN: is needed (or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET)')
  }
  if (some && !socket && !http) {
    faults.push('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP): one of them is needed')
  }
  return faults
}

const missingForDingtalk = ({ DINGTALK_CLIENT_ID: id, DINGTALK_CLIENT_SECRET: secret }: Config): string[] =>
  (id === undefined) === (secret === undefined)
    ? []
    : ['DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET belong together']

/** DingTalk as it is configured, or null. */
export const dingtalkOf = (config: Config) => {
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = config
  if (clientId === undefined || clientSecret === undefined) return null
  return {
    clientId,
    clientSecret,
    apiUrl: config.DINGTALK_API_URL,
    quota: { api: config.DINGTALK_MONTHLY_API_QUOTA, stream: config.DINGTALK_MONTHLY_STREAM_QUOTA },
    card: { template: config.DINGTALK_CARD_TEMPLATE_ID, layout: config.DINGTALK_CARD_LAYOUT },
  }
}

/** Slack as it is configured, or null. */
export const slackOf = (config: Config) => {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = config
  if (appToken === undefined && signingSecret === undefined) return null
  const [clientId, clientSecret, stateSecret] = [
    config.SLACK_CLIENT_ID,
    config.SLACK_CLIENT_SECRET,
    config.SLACK_STATE_SECRET,
  ]
  const oauth = clientId && clientSecret && stateSecret ? { clientId, clientSecret, stateSecret } : undefined
  return { apiUrl: config.SLACK_API_URL, botToken: config.SLACK_BOT_TOKEN, appToken, signingSecret, oauth }
}

/** On unless it is switched off; beside a chat platform only when it is asked for. */
export const playgroundWanted = (config: Config): boolean =>
  config.PLAYGROUND === undefined
    ? slackOf(config) === null && dingtalkOf(config) === null
    : config.PLAYGROUND === 'on'
