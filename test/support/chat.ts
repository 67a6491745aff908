/** All features on a chat platform that knows its people, for as many organisations as a test wants. */
import type { Store } from '../../src/engine/db/open.js'
import { createEngine, type Engine } from '../../src/engine/index.js'
import { createLog } from '../../src/engine/log.js'
import { features } from '../../src/features/index.js'
import { admit } from '../../src/features/people/index.js'
import { type Button, buttonsOf } from '../../src/kit/card.js'
import { plainCard } from '../../src/kit/plain.js'
import type { Incoming, Outcome, Platform, Post, Profile } from '../../src/kit/platform.js'
import { frozen } from './engine.js'

export interface Chat {
  engine: Engine
  clock: ReturnType<typeof frozen>
  /** Everything that was posted, in order. */
  posts: Post[]
  /** Everything that was edited, in order. */
  edits: Post[]
  /** Whom the platform knows, by account. */
  profiles: Map<string, Profile>
  /** May throw before a message arrives. */
  refuse: { post?: (post: Post) => void }
  /**
   * `account` writes a line, in a direct message unless in `channel`; `mentioned` were cut out of it.
   * @returns the words they read in answer.
   */
  say(account: string, text: string, channel?: string, mentioned?: readonly string[]): Promise<string>
  press(account: string, button: Button): Promise<Outcome>
  /** What `account` has read so far, privately. */
  read(account: string): string
  tells(profile: Profile): Promise<void>
  sendAgain(): Promise<void>
}

/** A profile of `T1/U1` in organisation T1; a member unless told otherwise. */
export const profileOf = (account: string, name: string, other: Partial<Profile> = {}): Profile => ({
  account,
  organisation: account.split('/')[0] ?? '',
  name,
  zone: 'Europe/Berlin',
  language: 'en',
  email: null,
  standing: 'member',
  active: true,
  ...other,
})

const isTo = (account: string) => (post: Post) => post.to.account === account || post.only === account
const wordsOf = (posts: readonly Post[]): string => posts.map(({ card }) => plainCard(card)).join('\n')

export const buttonCalled = (posts: readonly Post[], label: string): Button => {
  const found = posts.flatMap(({ card }) => buttonsOf(card)).findLast((one) => one.label === label)
  if (!found) throw new Error(`there is no button “${label}”`)
  return found
}

const chatPlatform = ({
  posts,
  edits,
  profiles,
  refuse,
}: Pick<Chat, 'posts' | 'edits' | 'profiles' | 'refuse'>) =>
  ({
    name: 'slack',
    ahead: 1,
    editable: ({ only }) => only === undefined,
    async post(post) {
      refuse.post?.(post)
      posts.push(post)
      return String(posts.length)
    },
    async edit(post) {
      refuse.post?.(post)
      edits.push(post)
    },
    find: async () => null,
    profile: async (account) => profiles.get(account) ?? null,
    start: async () => undefined,
    stop: async () => undefined,
  }) satisfies Platform

let deliveries = 0

/** Started: what is told is sent. `other` is what this platform can do otherwise. */
export const startChat = async (
  store: Store,
  people: readonly Profile[] = [],
  other: Partial<Platform> = {},
): Promise<Chat> => {
  const clock = frozen('2024-05-13T01:00:00Z')
  const seen = { posts: [] as Post[], edits: [] as Post[], refuse: {} as Chat['refuse'] }
  const profiles = new Map(people.map((one) => [one.account, one]))
  const defaults = { language: 'en', zone: 'Asia/Shanghai' } as const
  const engine = createEngine({ store, features, clock, log: createLog('silent'), defaults, admit })
  engine.connect({ ...chatPlatform({ ...seen, profiles }), ...other })
  await engine.start()
  const deed = async (account: string, what: Incoming['deed'], channel?: string) => {
    const place = { platform: 'slack' as const, ...(channel === undefined ? { account } : { channel }) }
    const delivery = `chat${++deliveries}`
    const outcome = await engine.receive({ platform: 'slack', delivery, account, place, deed: what }).done
    await engine.outbox.settled()
    return outcome
  }
  return {
    ...seen,
    engine,
    clock,
    profiles,
    async say(account, text, channel, mentioned = []) {
      const from = seen.posts.length
      await deed(account, { kind: 'line', text, mentioned }, channel)
      return wordsOf(seen.posts.slice(from).filter(isTo(account)))
    },
    press: (account, { command, args }) => deed(account, { kind: 'action', command, args }),
    read: (account) => wordsOf(seen.posts.filter(isTo(account))),
    async tells(profile) {
      profiles.set(profile.account, profile)
      await engine.admit('slack', profile)
      await engine.outbox.settled()
    },
    async sendAgain() {
      const due = { notBefore: new Date(0) }
      await store.prisma.outboxMessage.updateMany({ where: { status: 'waiting' }, data: due })
      engine.outbox.wake()
      await engine.outbox.settled()
    },
  }
}
