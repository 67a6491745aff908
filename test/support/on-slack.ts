/** Drumbeat as it runs, connected to a Slack of our own. */
import { pino } from 'pino'
import { vi } from 'vitest'
import { readConfig } from '../../src/config.js'
import type { Store } from '../../src/engine/db/open.js'
import { type Drumbeat, introduce } from '../../src/main.js'
import { type Message, type People, type Slack, startSlack, type View } from './slack/index.js'
import type { SlackOptions } from './slack/world.js'
import { openTestStore } from './store.js'

export interface OnSlack {
  slack: Slack
  /** The people of the first workspace, over Socket Mode. */
  people: People
  store: Store
  /** Where Drumbeat listens, also after a restart. */
  url: string
  /** What it logged as a warning or worse. */
  log: LogLine[]
  /** Ends Drumbeat and starts it anew on the same store, beside the same Slack. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface LogLine {
  level: number
  msg: string
  error?: string
}

/** The workspace of most tests: somebody in charge, two who work, a guest. */
export const acme = {
  id: 'T1',
  name: 'Acme',
  token: 'xoxb-1',
  users: [
    { id: 'U1', name: 'ann', real_name: 'Ann', locale: 'en-US', tz: 'Asia/Shanghai', is_admin: true },
    { id: 'U2', name: 'ben', real_name: 'Ben', locale: 'en-US', tz: 'Europe/Berlin' },
    { id: 'U3', name: 'chen', real_name: '陈', locale: 'zh-CN', tz: 'Asia/Shanghai' },
    { id: 'U4', name: 'gus', real_name: 'Gus', locale: 'en-US', tz: 'Asia/Shanghai', is_restricted: true },
  ],
  channels: [
    { id: 'C1', name: 'campaign' },
    { id: 'C2', name: 'launch' },
  ],
} satisfies NonNullable<SlackOptions['teams']>[number]

const socketMode = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }

/** Starts both on a store of their own; by default over Socket Mode, connected when it resolves. */
export const startOnSlack = async (
  options: SlackOptions & { env?: Record<string, string>; store?: Store } = {},
): Promise<OnSlack> => {
  const { env = socketMode, store: given, ...asked } = options
  const slack = await startSlack({ teams: [acme], ...asked })
  const store = given ?? (await openTestStore())
  const log: LogLine[] = []
  const collected = pino({ level: 'warn' }, { write: (line) => log.push(JSON.parse(line)) })
  const start = async (port = 0): Promise<Drumbeat> => {
    const settings = { PORT: String(port), SLACK_API_URL: slack.url, ...env }
    const running = await introduce(readConfig(settings), store, collected)
    if ('SLACK_APP_TOKEN' in env) await eventually(() => slack.socket.connections.length >= 2)
    return running
  }
  let drumbeat = await start()
  return {
    slack,
    people: slack.people(),
    store,
    url: `http://127.0.0.1:${drumbeat.port}`,
    log,
    async restart() {
      await drumbeat.stop()
      drumbeat = await start(drumbeat.port)
    },
    async stop() {
      await drumbeat.stop()
      await slack.stop()
      if (!given) await store.close()
    },
  }
}

/** Waits until `look` finds something, for as long as a slow machine may need. */
export const eventually = <T>(look: () => T | null | undefined | false): Promise<T> =>
  vi.waitFor(
    () => {
      const found = look()
      if (!found) throw new Error('it did not happen')
      return found
    },
    { timeout: 15_000, interval: 10 },
  )

/** Everything a person could read in a message or view. */
export const wordsOf = (surface: Pick<Message, 'blocks'> | View | null): string => {
  const words: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    else if (value && typeof value === 'object') {
      const { text } = value as { text?: unknown }
      if (typeof text === 'string') words.push(text)
      for (const part of Object.values(value)) walk(part)
    }
  }
  walk(surface?.blocks)
  return words.join('\n')
}

/** The last private message that only `user` sees and that says `words`. */
export const whisperTo = (slack: Slack, user: string, words: string): Promise<Message> =>
  eventually(() => slack.ephemerals.findLast((one) => one.only === user && wordsOf(one).includes(words)))

/** The last message in a channel that says `words`. */
export const messageIn = (slack: Slack, channel: string, words: string): Promise<Message> =>
  eventually(() => slack.messages(channel).findLast((one) => wordsOf(one).includes(words)))
