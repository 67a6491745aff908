/** All features on two chat platforms at once, made-up ones that record what they carry. */
import type { Store } from '../../src/engine/db/open.js'
import { createEngine } from '../../src/engine/index.js'
import { createLog } from '../../src/engine/log.js'
import { features } from '../../src/features/index.js'
import { admit } from '../../src/features/people/index.js'
import type { Address } from '../../src/kit/address.js'
import { type Button, buttonsOf, type Card } from '../../src/kit/card.js'
import { plainCard } from '../../src/kit/plain.js'
import type { Incoming, Outcome, Platform, Post, Profile } from '../../src/kit/platform.js'
import { frozen } from './engine.js'

type Name = 'slack' | 'dingtalk'

/** One card, as it stands now. */
export interface Standing {
  to: Address
  only: string | undefined
  card: Card
}

export interface Voice {
  /** Writes to the bot, alone unless in `channel`. @returns what they read in answer */
  say(text: string, channel?: string): Promise<string>
  /** Presses a button as it was drawn, whatever has become of its card. */
  press(button: Button): Promise<Outcome>
  /** The cards that stand before them now, in the order in which they came. */
  sees(): Standing[]
  /** The last card that has a button with this label. */
  button(label: string): Button
  words(): string
}

export interface BothPlatforms {
  clock: ReturnType<typeof frozen>
  as(platform: Name, account: string): Voice
  tells(platform: Name, profile: Profile): Promise<void>
  stop(): Promise<void>
}

const fake = (name: Name, standing: Standing[], profiles: Map<string, Profile>): Platform => ({
  name,
  ahead: 1,
  editable: () => true,
  async post({ to, only, card }: Post) {
    standing.push({ to, only, card })
    return String(standing.length - 1)
  },
  async edit({ card }, message) {
    const edited = standing[Number(message)]
    if (edited) edited.card = card
  },
  find: async () => null,
  profile: async (account) => profiles.get(account) ?? null,
  start: async () => undefined,
  stop: async () => undefined,
})

const wordsOf = (cards: readonly Standing[]): string => cards.map(({ card }) => plainCard(card)).join('\n')

let deliveries = 0

/** Started, with people whom the platforms know. */
export const startBoth = async (
  store: Store,
  people: Readonly<Record<Name, readonly Profile[]>>,
): Promise<BothPlatforms> => {
  const clock = frozen('2024-05-13T01:00:00Z')
  const defaults = { language: 'en', zone: 'Asia/Shanghai' } as const
  const engine = createEngine({ store, features, clock, log: createLog('silent'), defaults, admit })
  const standing: Record<Name, Standing[]> = { slack: [], dingtalk: [] }
  for (const name of ['slack', 'dingtalk'] as const) {
    const profiles = new Map(people[name].map((one) => [one.account, one]))
    engine.connect(fake(name, standing[name], profiles))
  }
  await engine.start()
  const deed = async (platform: Name, account: string, what: Incoming['deed'], channel?: string) => {
    const place = { platform, ...(channel === undefined ? { account } : { channel }) }
    const delivery = `both${++deliveries}`
    const outcome = await engine.receive({ platform, delivery, account, place, deed: what }).done
    await engine.outbox.settled()
    return outcome
  }
  const as = (platform: Name, account: string): Voice => {
    const sees = () => standing[platform].filter(({ to, only }) => to.account === account || only === account)
    return {
      sees,
      words: () => wordsOf(sees()),
      async say(text, channel) {
        const from = sees().length
        await deed(platform, account, { kind: 'line', text }, channel)
        return wordsOf(sees().slice(from))
      },
      press: ({ command, args }) => deed(platform, account, { kind: 'action', command, args }),
      button(label) {
        const all = sees().flatMap(({ card }) => buttonsOf(card))
        const found = all.findLast((one) => one.label === label)
        if (!found) throw new Error(`there is no button “${label}”`)
        return found
      },
    }
  }
  return {
    clock,
    as,
    async tells(platform, profile) {
      await engine.admit(platform, profile)
      await engine.outbox.settled()
    },
    stop: () => engine.stop(),
  }
}
