/** Runs what is due: every occurrence once, in order, each in its own transaction; node-cron only ticks. */
import cron, { type ScheduledTask } from 'node-cron'
import type { Schedule as ScheduleRow, Timer as TimerRow } from '../../generated/prisma/client.js'
import type { Db } from '../../kit/store.js'
import type { House } from '../house.js'
import { inTransaction } from '../work/transaction.js'
import { keyOf, take } from './occurrence.js'
import { nextRun } from './schedules.js'
import { firstTimer, takeTimer, timerKey } from './timers.js'

export interface Scheduler {
  /** Runs everything due by now. @returns how many occurrences were taken. */
  runDue(): Promise<number>
  /** When the next schedule row or timer is due, whether or not there will be something to say. */
  nextDue(): Promise<Date | null>
  /** Counts all schedules from `now` again, when the clock goes back; what was taken once is not taken again. */
  rewind(db: Db, now: Date): Promise<void>
  start(): void
  stop(): Promise<void>
}

/** Every five seconds: a due time is met within five seconds, an idle tick is one query on an index. */
const ticks = '*/5 * * * * *'
/** Five minutes of trying at every tick; then a run is given up, on the record. */
const maxFailures = 60

export const createScheduler = (house: House): Scheduler => {
  const failures = new Map<string, number>()
  let stopped = false
  let task: ScheduledTask | null = null
  let running: Promise<number> = Promise.resolve(0)

  const runAll = async (): Promise<number> => {
    let taken = 0
    // One attempt per pass: what fails now is tried again at the next tick, not at once.
    const failed: Failed = { schedules: [], timers: [] }
    for (let due = await firstDue(house, failed); due && !stopped; due = await firstDue(house, failed)) {
      if (!(await runOne(house, due, failures))) due.leave()
      taken++
    }
    return taken
  }
  // One after the other: a tick during a long run waits for it instead of running beside it.
  const runDue = (): Promise<number> => {
    running = running.then(runAll, runAll)
    return running
  }
  return {
    runDue,
    async nextDue() {
      const { schedule, timer } = house.store.prisma
      const row = await schedule.findFirst({ where: { active: true }, orderBy: { nextAt: 'asc' } })
      const set = await timer.findFirst({ orderBy: { dueAt: 'asc' } })
      const due = [row?.nextAt, set?.dueAt].flatMap((at) => at ?? [])
      return due.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
    },
    rewind: (db, now) => rewind(house, db, now),
    start() {
      const tick = () =>
        runDue().catch((error) => house.log.error({ err: error }, 'the clock could not tick'))
      stopped = false
      task = cron.schedule(ticks, tick, { noOverlap: true, name: 'drumbeat' })
      void tick()
    },
    async stop() {
      stopped = true
      await task?.destroy()
      await running.catch(() => 0)
    },
  }
}

const rewind = async (house: House, db: Db, now: Date): Promise<void> => {
  const rows = await db.schedule.findMany({ where: { active: true } })
  for (const { name, campaignId, zone } of rows) {
    const time = house.registry.schedules.get(name)?.at
    if (!time) continue
    const where = { name_campaignId: { name, campaignId } }
    await db.schedule.update({ where, data: nextRun(time, zone, now) })
  }
}

interface Failed {
  schedules: ScheduleRow[]
  timers: TimerRow[]
}

/** A run that is due, be it of a schedule or of a timer. */
interface Due {
  name: string
  key: string
  take(db: Db, givenUp: boolean): Promise<string>
  /** Leaves it for the next tick. */
  leave(): void
}

/** Whatever is due first; a schedule before a timer of the same moment. */
const firstDue = async (house: House, failed: Failed): Promise<Due | null> => {
  const row = await firstSchedule(house, failed.schedules)
  const timer = await firstTimer(house, failed.timers)
  if (timer && (!row || timer.dueAt < row.nextAt)) {
    const key = timerKey(timer)
    return {
      name: timer.name,
      key,
      take: (db, givenUp) => takeTimer(house, db, timer, key, givenUp),
      leave: () => failed.timers.push(timer),
    }
  }
  if (!row) return null
  const key = keyOf(row)
  return {
    name: row.name,
    key,
    take: (db, givenUp) => take(house, db, row, key, givenUp),
    leave: () => failed.schedules.push(row),
  }
}

const firstSchedule = (house: House, failed: readonly ScheduleRow[]): Promise<ScheduleRow | null> =>
  house.store.prisma.schedule.findFirst({
    where: {
      active: true,
      nextAt: { lte: house.clock.now() },
      NOT: failed.map(({ name, campaignId }) => ({ name, campaignId })),
    },
    orderBy: [{ nextAt: 'asc' }, { campaignId: 'asc' }, { name: 'asc' }],
  })

const runOne = async (
  house: House,
  { name, key, take }: Due,
  failures: Map<string, number>,
): Promise<boolean> => {
  const started = process.hrtime.bigint()
  try {
    const givenUp = (failures.get(key) ?? 0) >= maxFailures
    const outcome = await inTransaction(house.store, (db) => take(db, givenUp))
    failures.delete(key)
    house.wake()
    observe(house, name, outcome, started)
    return true
  } catch (error) {
    failures.set(key, (failures.get(key) ?? 0) + 1)
    house.log.error({ err: error, occurrence: key }, 'a due run failed')
    observe(house, name, 'fault', started)
    return false
  }
}

const observe = (house: House, name: string, outcome: string, started: bigint): void => {
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  house.metrics.work.inc({ kind: 'clock', name, outcome })
  house.metrics.duration.observe({ kind: 'clock' }, seconds)
  if (outcome !== 'none') house.log.info({ work: 'clock', name, outcome, ms: Math.round(seconds * 1000) })
}
