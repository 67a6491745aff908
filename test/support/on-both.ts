/** Drumbeat as it runs, connected to a Slack and a DingTalk of our own at once. */
import { pino } from 'pino'
import { expect, vi } from 'vitest'
import { readConfig } from '../../src/config.js'
import type { Store } from '../../src/engine/db/open.js'
import { introduce } from '../../src/main.js'
import { type Card, type Dingtalk, startDingtalk } from './dingtalk/index.js'
import { corp, readers } from './on-dingtalk.js'
import { acme, eventually, type LogLine, messageIn, whisperTo, wordsOf } from './on-slack.js'
import { type Message, type Slack, startSlack } from './slack/index.js'
import { openTestStore } from './store.js'

export interface OnBoth {
  slack: Slack
  dingtalk: Dingtalk
  store: Store
  /** What it logged as a warning or worse. */
  log: LogLine[]
  /** Types `/mkt …` in a channel of Slack, by default C1. */
  mkt(user: string, line: string, channel?: string): Promise<unknown>
  /** Mentions the robot in a group of DingTalk, by default cidA==. */
  at(user: string, line: string, mention?: string[], group?: string): Promise<unknown>
  /** Writes to the robot alone. */
  alone(user: string, line: string): Promise<unknown>
  /** The last message in a channel of Slack that says `words`, as it stands whenever it is looked at. */
  inSlack(channel: string, words: string): Promise<Living>
  /** The last card in a group, or alone with a user, that says `words`, as it stands whenever it is looked at. */
  inDingtalk(place: string, words: string): Promise<Living<Card>>
  /** U3 in Slack and dong in DingTalk become one person. */
  link(): Promise<void>
  /** Ends Drumbeat and starts it anew on the same store, beside the same platforms. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface Living<Shown = Message> {
  words(): string
  /** Presses a button that stands there now. */
  press(user: string, label: string): Promise<unknown>
  /** What is there to press on a card that nobody has looked at since. */
  taken(): Shown
}

/** Called otherwise than anybody in DingTalk. */
const names: Record<string, string> = { U1: 'amy', U2: 'bob', U3: 'eva', U4: 'gus' }
const team = { ...acme, users: acme.users.map((one) => ({ ...one, name: names[one.id] ?? one.name })) }

const settings = {
  PORT: '0',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  DINGTALK_CLIENT_ID: 'ding1',
  DINGTALK_CLIENT_SECRET: 'secret',
}

/** Starts all on a store of their own, connected when it resolves. */
export const startOnBoth = async (): Promise<OnBoth> => {
  const [slack, dingtalk] = [await startSlack({ teams: [team] }), await startDingtalk(corp)]
  const store = await openTestStore()
  const log: LogLine[] = []
  const collected = pino({ level: 'warn' }, { write: (line) => log.push(JSON.parse(line)) })
  const start = async () => {
    const config = readConfig({ ...settings, SLACK_API_URL: slack.url, DINGTALK_API_URL: dingtalk.url })
    const running = await introduce(config, store, collected)
    await eventually(() => slack.socket.connections.length >= 2 && dingtalk.gateway.live.length > 0)
    return running
  }
  let drumbeat = await start()
  return {
    ...{ slack, dingtalk, store, log },
    ...speaking(slack, dingtalk, store),
    ...looking(slack, dingtalk),
    async link() {
      await slack.people().command('U3', 'C1', '/mkt', '绑定')
      const told = await whisperTo(slack, 'U3', '绑定码')
      await dingtalk.acting.direct('dong', `绑定 ${codeIn(wordsOf(told))}`)
      await readers(dingtalk).directTo('dong', 'Slack')
    },
    async restart() {
      await drumbeat.stop()
      drumbeat = await start()
    },
    async stop() {
      await drumbeat.stop()
      await Promise.all([slack.stop(), dingtalk.stop()])
      await store.close()
    },
  }
}

/** A code to link accounts by. */
export const codeIn = (words: string): string => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? ''

/** What was said is done before the next is said: platforms acknowledge what is only stored. */
const speaking = (
  slack: Slack,
  { acting }: Dingtalk,
  { prisma }: Store,
): Pick<OnBoth, 'mkt' | 'at' | 'alone'> => {
  const people = slack.people()
  const open = () => prisma.inboxDelivery.count({ where: { doneAt: null } })
  const done = () => vi.waitFor(async () => expect(await open()).toBe(0), { timeout: 15_000, interval: 20 })
  const said = async <T>(deed: Promise<T>): Promise<T> => {
    const answer = await deed
    await done()
    return answer
  }
  return {
    mkt: (user, line, channel = 'C1') => said(people.command(user, channel, '/mkt', line)),
    at: (user, line, mention = [], group = 'cidA==') =>
      said(acting.say(user, group, ` ${line}`, { mention })),
    alone: (user, line) => said(acting.direct(user, line)),
  }
}

const looking = (slack: Slack, dingtalk: Dingtalk): Pick<OnBoth, 'inSlack' | 'inDingtalk'> => {
  const people = slack.people()
  const { cardIn } = readers(dingtalk)
  return {
    async inSlack(channel, words) {
      const { ts } = await messageIn(slack, channel, words)
      const now = () => slack.messages(channel).find((one) => one.ts === ts) as Message
      return {
        words: () => wordsOf(now()),
        press: (user, label) => people.press(user, now(), label),
        taken: () => structuredClone(now()),
      }
    },
    async inDingtalk(place, words) {
      const card = await cardIn(place, words)
      return {
        words: () => textOf(card),
        press: (user, label) => dingtalk.acting.press(user, card, label),
        taken: () => asItStands(card),
      }
    },
  }
}

/** Everything everybody can read on a card, its buttons too. */
const textOf = ({ data, buttons }: Card): string => {
  const { sys_full_json_obj: _buttons, ...rest } = data
  return [...Object.values(rest), ...buttons.map(({ label }) => label)].join('\n')
}

/** The card as a screen shows it that has not been refreshed since. */
const asItStands = (card: Card): Card => {
  const { data, buttons } = { data: { ...card.data }, buttons: [...card.buttons] }
  return { ...card, data, buttons, answers: {}, history: [...card.history], seenBy: () => data }
}

export { eventually }
