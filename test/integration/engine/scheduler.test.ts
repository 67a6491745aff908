/** What is due happens once, at its local time; what was missed follows the schedule's own rule. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setSchedules } from '../../../src/engine/clock/schedules.js'
import type { Store } from '../../../src/engine/db/open.js'
import type { Occasion, Schedule } from '../../../src/kit/schedule.js'
import { weekday } from '../../../src/kit/time.js'
import { type TestEngine, testEngine } from '../../support/engine.js'
import { forgetLog, openTestStore } from '../../support/store.js'

let store: Store
let test: TestEngine
let runs: Occasion[]
let failing = false

const daily: Schedule = {
  name: 'board.daily',
  at: '09:30',
  graceMs: 2 * 3_600_000,
  applies: async (_ctx, _campaign, date) => weekday(date) <= 5,
  async run(ctx, occasion) {
    if (failing) throw new Error('a run that fails')
    runs.push(occasion)
    await ctx.record({ action: 'board.daily', subject: 'board:1' })
  },
}

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.prisma.schedule.deleteMany()
  await store.prisma.occurrence.deleteMany()
  await forgetLog(store)
  runs = []
  failing = false
  test = await testEngine(store, [daily])
  // Monday 2024-05-13 09:00 in Shanghai.
  test.clock.set('2024-05-13T01:00:00Z')
  const house = { registry: test.engine.registry } as Parameters<typeof setSchedules>[0]
  await setSchedules(house, store.prisma, {
    campaign: 1,
    zone: 'Asia/Shanghai',
    at: test.clock.now(),
    active: true,
  })
})

const dates = () => runs.map(({ date }) => date)

describe('a schedule', () => {
  it('runs at its local time and not before', async () => {
    expect(await test.engine.scheduler.runDue()).toBe(0)
    test.clock.set('2024-05-13T01:30:00Z')
    await test.engine.scheduler.runDue()
    expect(runs).toEqual([
      { campaign: 1, date: '2024-05-13', due: new Date('2024-05-13T01:30:00Z'), late: 0 },
    ])
  })

  it('runs once although two processes tick at the same moment', async () => {
    const other = await testEngine(store, [daily])
    other.clock.set('2024-05-13T01:30:00Z')
    test.clock.set('2024-05-13T01:30:00Z')
    await Promise.all(
      [test, other].flatMap(({ engine }) => [engine.scheduler.runDue(), engine.scheduler.runDue()]),
    )
    expect(dates()).toEqual(['2024-05-13'])
  })

  it('has no run on a day it does not apply to', async () => {
    test.clock.set('2024-05-20T01:30:00Z')
    await test.engine.scheduler.runDue()
    expect(dates()).toEqual(['2024-05-20'])
    const skipped = await store.prisma.occurrence.findMany({
      where: { outcome: 'skipped' },
      orderBy: { dueAt: 'asc' },
    })
    expect(skipped.map(({ key }) => key.split(':')[2])).toEqual(
      ['13', '14', '15', '16', '17'].map((day) => `2024-05-${day}`),
    )
  })

  it('makes up for a run missed by less than its grace and says how late it is', async () => {
    test.clock.set('2024-05-13T03:00:00Z')
    await test.engine.scheduler.runDue()
    expect(runs[0]?.late).toBe(90 * 60_000)
  })

  it('skips a run missed by more, on the record', async () => {
    test.clock.set('2024-05-13T04:00:00Z')
    await test.engine.scheduler.runDue()
    expect(runs).toEqual([])
    expect(
      await store.prisma.auditEvent.count({
        where: { action: 'clock.skipped', cause: 'board.daily:1:2024-05-13' },
      }),
    ).toBe(1)
  })

  it('that fails is tried again, then given up, and goes on the next day', async () => {
    failing = true
    test.clock.set('2024-05-13T01:30:00Z')
    const outcomes = async () => (await store.prisma.occurrence.findMany()).map(({ outcome }) => outcome)
    expect(await test.engine.scheduler.runDue()).toBe(1)
    expect(await outcomes()).toEqual([])
    for (let tick = 0; tick < 60; tick++) await test.engine.scheduler.runDue()
    expect(await outcomes()).toEqual(['failed'])
    failing = false
    test.clock.set('2024-05-14T01:30:00Z')
    await test.engine.scheduler.runDue()
    expect(dates()).toEqual(['2024-05-14'])
  })

  it('that failed once is made up for at the next tick', async () => {
    failing = true
    test.clock.set('2024-05-13T01:30:00Z')
    await test.engine.scheduler.runDue()
    failing = false
    await test.engine.scheduler.runDue()
    expect(dates()).toEqual(['2024-05-13'])
  })

  it('is not repeated when the clock goes back', async () => {
    test.clock.set('2024-05-13T01:30:00Z')
    await test.engine.scheduler.runDue()
    test.clock.set('2024-05-12T01:00:00Z')
    await test.engine.scheduler.rewind(store.prisma, test.clock.now())
    test.clock.set('2024-05-14T02:00:00Z')
    await test.engine.scheduler.runDue()
    expect(dates()).toEqual(['2024-05-13', '2024-05-14'])
  })

  it('is announced exactly as it will run', async () => {
    const announced = (await test.engine.upcoming(6)).map(({ at }) => at)
    for (const { at } of await test.engine.upcoming(6)) {
      test.clock.set(at.toISOString())
      await test.engine.scheduler.runDue()
    }
    expect(runs.map(({ due }) => due)).toEqual(announced)
    expect(announced).toHaveLength(6)
  })
})
