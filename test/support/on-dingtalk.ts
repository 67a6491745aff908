/** Drumbeat as it runs, connected to a DingTalk of our own. */
import { pino } from 'pino'
import { readConfig } from '../../src/config.js'
import type { Store } from '../../src/engine/db/open.js'
import { type Drumbeat, introduce } from '../../src/main.js'
import {
  type Card,
  type Dingtalk,
  type DingtalkOptions,
  type Message,
  type People,
  startDingtalk,
  wordsOf,
} from './dingtalk/index.js'
import { eventually, type LogLine } from './on-slack.js'
import { openTestStore } from './store.js'

export interface OnDingtalk {
  dingtalk: Dingtalk
  /** The people of the organisation, acting. */
  people: People
  store: Store
  /** Where Drumbeat listens, also after a restart. */
  url: string
  /** What it logged as a warning or worse. */
  log: LogLine[]
  /** The last card in a group, or alone with a user, on which everybody can read `words`. */
  cardIn(place: string, words: string): Promise<Card>
  /** The last message of any kind in a group, or alone with a user, that says `words`. */
  messageIn(place: string, words: string): Promise<Message>
  /** The last message of any kind to somebody alone that says `words`. */
  directTo(userId: string, words: string): Promise<Message>
  /** Ends Drumbeat and starts it anew on the same store, beside the same DingTalk. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** The organisation of most tests: somebody in charge, three who work, somebody from outside. */
export const corp = {
  people: [
    { userId: 'ann', name: '安琪', isAdmin: true, mobile: '13800000001' },
    { userId: 'ben', name: '本杰', mobile: '13800000002' },
    { userId: 'chen', name: '陈晨', mobile: '13800000003' },
    { userId: 'dong', name: '董岩', mobile: '13800000004' },
    { userId: 'out', name: '外部顾问', outside: true },
  ],
  groups: [
    { id: 'cidA==', title: '大促项目' },
    { id: 'cidB==', title: '新品上市' },
  ],
} satisfies DingtalkOptions

const app = { DINGTALK_CLIENT_ID: 'ding1', DINGTALK_CLIENT_SECRET: 'secret' }

/** Starts both on a store of their own, unless one is given; connected when it resolves. */
export const startOnDingtalk = async (
  options: DingtalkOptions & { env?: Record<string, string>; store?: Store } = {},
): Promise<OnDingtalk> => {
  const { env, store: given, ...asked } = options
  const dingtalk = await startDingtalk({ ...corp, ...asked })
  const store = given ?? (await openTestStore())
  const log: LogLine[] = []
  const collected = pino({ level: 'warn' }, { write: (line) => log.push(JSON.parse(line)) })
  const start = async (port = 0): Promise<Drumbeat> => {
    const settings: Record<string, string> = {
      PORT: String(port),
      ...app,
      DINGTALK_API_URL: dingtalk.url,
      ...env,
    }
    const running = await introduce(readConfig(settings), store, collected)
    const { clientId, clientSecret } = dingtalk.options
    const welcome =
      settings.DINGTALK_CLIENT_ID === clientId && settings.DINGTALK_CLIENT_SECRET === clientSecret
    if (welcome) await eventually(() => dingtalk.gateway.live.length > 0)
    return running
  }
  let drumbeat = await start()
  return {
    dingtalk,
    people: dingtalk.acting,
    store,
    url: `http://127.0.0.1:${drumbeat.port}`,
    log,
    ...readers(dingtalk),
    async restart() {
      await drumbeat.stop()
      drumbeat = await start(drumbeat.port)
    },
    async stop() {
      await drumbeat.stop()
      await dingtalk.stop()
      if (!given) await store.close()
    },
  }
}

/** What stands in a group, or before somebody alone, once it does. */
export const readers = (dingtalk: Dingtalk): Pick<OnDingtalk, 'cardIn' | 'messageIn' | 'directTo'> => {
  const { people, direct, messages } = dingtalk
  const last = (place: string, fits: (message: Message) => unknown, words: string) => {
    const standing = () =>
      (people.has(place) ? direct(place) : messages(place)).filter((one) => !one.recalled)
    return eventually(() => standing().findLast((one) => fits(one) && wordsOf(one).includes(words)))
  }
  const isCard = ({ card }: Message) => card !== undefined
  return {
    cardIn: (place, words) => last(place, isCard, words).then(({ card }) => card as Card),
    messageIn: (place, words) => last(place, () => true, words),
    directTo: (userId, words) => last(userId, () => true, words),
  }
}

export { eventually } from './on-slack.js'
