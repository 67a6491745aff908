/** What is set for a moment happens then, once, whatever restarts, and not at all when it is dropped. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dropTimers, setTimer } from '../../../src/engine/clock/timers.js'
import type { Store } from '../../../src/engine/db/open.js'
import type { Ring, Timer } from '../../../src/kit/timer.js'
import { type TestEngine, testEngine } from '../../support/engine.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let test: TestEngine
let rings: Ring[]
let failing = false

const reminder: Timer = {
  name: 'board.reminder',
  async run(ctx, ring) {
    if (failing) throw new Error('a reminder that fails')
    rings.push(ring)
    await ctx.record({ action: 'board.reminder', subject: ring.subject })
  },
}

const house = () => ({ registry: test.engine.registry }) as Parameters<typeof setTimer>[0]
const set = (subject: string, at: string) =>
  setTimer(house(), store.prisma, { name: 'board.reminder', subject, campaign: 1, at: new Date(at) })
const run = async (at: string) => {
  test.clock.set(at)
  return test.engine.scheduler.runDue()
}

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.prisma.schedule.deleteMany()
  await store.prisma.timer.deleteMany()
  await store.prisma.occurrence.deleteMany()
  rings = []
  failing = false
  test = await testEngine(store, [], [reminder])
  test.clock.set('2024-06-03T01:00:00Z')
})

describe('a timer', () => {
  it('rings at its moment, once, and tells how late it is', async () => {
    await set('note:1', '2024-06-04T01:00:00Z')
    expect(await run('2024-06-04T00:59:59Z')).toBe(0)
    await run('2024-06-04T01:30:00Z')
    await run('2024-06-05T01:30:00Z')
    const due = new Date('2024-06-04T01:00:00Z')
    expect(rings).toEqual([{ subject: 'note:1', campaign: 1, due, late: 30 * 60_000 }])
  })

  it('rings where it was moved to', async () => {
    await set('note:1', '2024-06-04T01:00:00Z')
    await set('note:1', '2024-06-06T01:00:00Z')
    await run('2024-06-05T01:00:00Z')
    expect(rings).toEqual([])
    await run('2024-06-06T01:00:00Z')
    expect(rings.map(({ due }) => due.toISOString())).toEqual(['2024-06-06T01:00:00.000Z'])
  })

  it('is silent when what it was about is over', async () => {
    await set('note:1', '2024-06-04T01:00:00Z')
    await set('note:2', '2024-06-04T01:00:00Z')
    await dropTimers(store.prisma, ['note:1'])
    await run('2024-06-04T01:00:00Z')
    expect(rings.map(({ subject }) => subject)).toEqual(['note:2'])
  })

  it('rings once although two processes tick at the same moment', async () => {
    await set('note:1', '2024-06-04T01:00:00Z')
    const other = await testEngine(store, [], [reminder])
    other.clock.set('2024-06-04T01:00:00Z')
    test.clock.set('2024-06-04T01:00:00Z')
    await Promise.all([test, other].map(({ engine }) => engine.scheduler.runDue()))
    expect(rings).toHaveLength(1)
  })

  it('is tried again when it fails, and holds up no other', async () => {
    await set('note:1', '2024-06-04T01:00:00Z')
    failing = true
    await run('2024-06-04T01:00:00Z')
    failing = false
    await set('note:2', '2024-06-04T01:00:00Z')
    await run('2024-06-04T01:00:05Z')
    expect(rings.map(({ subject }) => subject).sort()).toEqual(['note:1', 'note:2'])
  })

  it('does not ring again when the clock is set back and it is set for the same moment', async () => {
    await set('note:1', '2024-06-04T01:00:00Z')
    await run('2024-06-04T01:00:00Z')
    test.clock.set('2024-06-03T01:00:00Z')
    await set('note:1', '2024-06-04T01:00:00Z')
    await run('2024-06-04T01:00:00Z')
    expect(rings).toHaveLength(1)
  })

  it('is among what comes next, as is the moment the clock may jump to', async () => {
    await set('note:1', '2024-06-04T01:00:00Z')
    const at = new Date('2024-06-04T01:00:00Z')
    expect(await test.engine.upcoming(5)).toEqual([{ at, schedule: 'board.reminder', campaign: 1 }])
    expect(await test.engine.scheduler.nextDue()).toEqual(at)
  })

  it('must be one that a feature brought', async () => {
    const unknown = { name: 'board.unknown', subject: 'note:1', campaign: 1, at: new Date() }
    await expect(setTimer(house(), store.prisma, unknown)).rejects.toThrow('board.unknown')
  })
})
