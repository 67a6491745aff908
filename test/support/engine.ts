/** An engine of a few made-up features on a real store, with a platform that records and misbehaves on demand. */
import { z } from 'zod'
import type { Store } from '../../src/engine/db/open.js'
import { createEngine, type Engine } from '../../src/engine/index.js'
import { createLog } from '../../src/engine/log.js'
import { word } from '../../src/kit/args.js'
import { card, text } from '../../src/kit/card.js'
import { defineCommand } from '../../src/kit/command.js'
import { Overtaken, UserError } from '../../src/kit/errors.js'
import type { Feature } from '../../src/kit/feature.js'
import { plainCard } from '../../src/kit/plain.js'
import type { Incoming, Outcome, Platform, Post } from '../../src/kit/platform.js'
import type { Schedule } from '../../src/kit/schedule.js'
import type { Db } from '../../src/kit/store.js'
import type { Timer } from '../../src/kit/timer.js'
import { defineView } from '../../src/kit/view.js'

/** The board: one text kept in the store, shown by a living card. */
const read = async (db: Db) =>
  ((await db.setting.findUnique({ where: { key: 'board' } }))?.value as string) ?? null
const write = (db: Db, value: string) =>
  db.setting.upsert({ where: { key: 'board' }, create: { key: 'board', value }, update: { value } })
const target = (channel: string) => ({ platform: 'playground', channel }) as const

const put = defineCommand({
  name: 'put',
  args: z.object({ channel: word(), words: word() }),
  may: 'ask',
  async run(ctx, { channel, words }) {
    await write(ctx.db, words)
    await ctx.record({ action: 'board.put', subject: 'board:1', after: { words } })
    if (words === 'refuse') {
      const record = { action: 'board.denied', subject: 'board:1' }
      throw new UserError('engine.error.invalid', {}, { record })
    }
    if (words === 'break') throw new Error('a fault of ours with a secret in it')
    await ctx.tell(
      target(channel),
      { view: 'board', args: {} },
      { replaces: 'board', subjects: ['board:1'], because: 'board.put' },
    )
    await ctx.changed('board:1')
    return card('', [text(`kept: ${words}`)])
  },
})

const shout = defineCommand({
  name: 'shout',
  args: z.object({ channel: word(), words: word() }),
  may: 'programme',
  async run(ctx, { channel, words }) {
    await ctx.tell(target(channel), { view: 'echo', args: { words } }, { because: 'shout' })
    return null
  },
})

/** Adds a word to the board as it was read; two that read the same board cannot both write. */
const append = defineCommand({
  name: 'append',
  args: z.object({ words: word() }),
  may: 'ask',
  async run({ db }, { words }) {
    const read = await db.setting.findUniqueOrThrow({ where: { key: 'board' } })
    const where = { key: 'board', value: { equals: String(read.value) } }
    const { count } = await db.setting.updateMany({ where, data: { value: `${read.value}+${words}` } })
    if (count === 0) throw new Overtaken('engine.error.invalid')
    return card('', [text(`kept: ${read.value}+${words}`)])
  },
})

/** As a shout, but only pleasant to know. */
const murmur = defineCommand({
  name: 'murmur',
  args: z.object({ channel: word(), words: word() }),
  may: 'ask',
  async run(ctx, { channel, words }) {
    await ctx.tell(target(channel), { view: 'echo', args: { words } }, { because: 'murmur', courtesy: true })
    return null
  },
})

export const board = (schedules: readonly Schedule[] = [], timers: readonly Timer[] = []): Feature => ({
  name: 'board',
  commands: [put, append, shout, murmur],
  schedules,
  timers,
  views: {
    board: defineView<string>({
      load: async ({ db }) => {
        const words = await read(db)
        return words === 'nothing' ? null : words
      },
      draw: (words) => () => card('', [text(words)]),
    }),
    echo: defineView<string>({
      load: async (_store, { words = '' }) => words,
      draw: (words) => () => card('', [text(words)]),
    }),
  },
})

export interface Sent {
  lane: string
  words: string
  marker: string
}

/** A platform that keeps what it was sent; `fault` may throw before or after a message arrives. */
export interface RecordingPlatform extends Platform {
  posts: Sent[]
  edits: Sent[]
  fault: { before?: (post: Post) => void; after?: (post: Post) => void }
}

export const recordingPlatform = (): RecordingPlatform => {
  const posts: Sent[] = []
  const edits: Sent[] = []
  const fault: RecordingPlatform['fault'] = {}
  const sent = ({ to, only, card: value, marker }: Post) => ({
    lane: `${to.channel ?? `@${to.account}`}${only ? `:${only}` : ''}`,
    words: plainCard(value),
    marker,
  })
  return {
    name: 'playground',
    ahead: 10,
    editable: () => true,
    posts,
    edits,
    fault,
    async post(post) {
      fault.before?.(post)
      posts.push(sent(post))
      fault.after?.(post)
      return String(posts.length)
    },
    async edit(post) {
      fault.before?.(post)
      edits.push(sent(post))
    },
    async find({ marker }) {
      const found = posts.findIndex((one) => one.marker === marker)
      return found < 0 ? null : String(found + 1)
    },
    start: async () => undefined,
    stop: async () => undefined,
  }
}

export const frozen = (at: string) => {
  let now = new Date(at)
  const set = (to: string): void => {
    now = new Date(to)
  }
  return { now: () => now, set }
}

export interface TestEngine {
  engine: Engine
  platform: RecordingPlatform
  clock: ReturnType<typeof frozen>
  /** `ann` is a planner, `bob` is not. */
  line(account: string, text: string, delivery?: string): Promise<Outcome>
}

let deliveries = 0

/** Not started: tests start what they need. */
export const testEngine = async (
  store: Store,
  schedules: readonly Schedule[] = [],
  timers: readonly Timer[] = [],
): Promise<TestEngine> => {
  const clock = frozen('2024-05-13T01:00:00Z')
  const platform = recordingPlatform()
  const defaults = { language: 'en', zone: 'Asia/Shanghai' } as const
  const engine = createEngine({
    store,
    features: [board(schedules, timers)],
    clock,
    log: createLog('silent'),
    defaults,
  })
  engine.connect(platform)
  await people(store.prisma)
  const line = async (account: string, words: string, delivery = `d${++deliveries}`) => {
    const place = { platform: 'playground', channel: 'town' } as const
    const incoming: Incoming = {
      platform: 'playground',
      delivery,
      account,
      place,
      deed: { kind: 'line', text: words },
    }
    const outcome = await engine.receive(incoming).done
    await engine.outbox.settled()
    return outcome
  }
  return { engine, platform, clock, line }
}

const people = async (db: Db): Promise<void> => {
  if ((await db.person.count()) > 0) return
  for (const id of ['ann', 'bob']) {
    await db.person.create({
      data: { id, name: id, language: 'en', zone: 'Asia/Shanghai', createdAt: new Date(0) },
    })
    await db.account.create({ data: { platform: 'playground', account: id, personId: id } })
  }
  await db.personRole.create({ data: { personId: 'ann', role: 'planner' } })
}
