/** Timers as rows: set, dropped, and taken once by their key when they are due. */
import type { Timer as TimerRow } from '../../generated/prisma/client.js'
import type { Upcoming } from '../../kit/schedule.js'
import type { Db } from '../../kit/store.js'
import type { House } from '../house.js'
import { perform, taken } from './occurrence.js'

export interface TimerToSet {
  name: string
  subject: string
  campaign: number
  at: Date
}

/** Sets it, or moves the one that is set for the same subject. @throws Error for a name no feature brought */
export const setTimer = async (
  house: House,
  db: Db,
  { name, subject, campaign, at }: TimerToSet,
): Promise<void> => {
  if (!house.registry.timers.has(name)) throw new Error(`there is no timer ${name}`)
  await db.timer.upsert({
    where: { name_subject: { name, subject } },
    create: { name, subject, campaignId: campaign, dueAt: at },
    update: { dueAt: at },
  })
}

/** Whatever is set for one of `subjects` does not ring. */
export const dropTimers = async (db: Db, subjects: readonly string[]): Promise<void> => {
  await db.timer.deleteMany({ where: { subject: { in: [...subjects] } } })
}

export const firstTimer = (house: House, failed: readonly TimerRow[]): Promise<TimerRow | null> =>
  house.store.prisma.timer.findFirst({
    where: {
      dueAt: { lte: house.clock.now() },
      NOT: failed.map(({ name, subject }) => ({ name, subject })),
    },
    orderBy: [{ dueAt: 'asc' }, { name: 'asc' }, { subject: 'asc' }],
  })

/** What makes a timer ring once, also after the clock was set back: name, subject, moment. */
export const timerKey = ({ name, subject, dueAt }: TimerRow): string =>
  `${name}:${subject}:${dueAt.toISOString()}`

/** Takes it off and does what it was set for; a second process finds it gone. */
export const takeTimer = async (
  house: House,
  db: Db,
  row: TimerRow,
  key: string,
  givenUp: boolean,
): Promise<string> => {
  const { name, subject, dueAt, campaignId: campaign } = row
  const { count } = await db.timer.deleteMany({ where: { name, subject, dueAt } })
  const timer = house.registry.timers.get(name)
  if (count === 0 || !timer) return 'none'
  const at = house.clock.now()
  const outcome = givenUp ? 'failed' : 'ran'
  if (!(await taken(db, { key, dueAt, at, outcome }))) return 'none'
  await perform(house, db, { name, campaign, key, due: dueAt, at, outcome }, (ctx) =>
    timer.run(ctx, { subject, campaign, due: dueAt, late: at.getTime() - dueAt.getTime() }),
  )
  return outcome
}

/** The next timers after `at` outside of `foreign` campaigns, soonest first. */
export const upcomingTimers = async (
  db: Db,
  at: Date,
  foreign: readonly number[],
  limit: number,
): Promise<Upcoming[]> => {
  const rows = await db.timer.findMany({
    where: { dueAt: { gt: at }, campaignId: { notIn: [...foreign] } },
    orderBy: { dueAt: 'asc' },
    take: limit,
  })
  return rows.map(({ name, dueAt, campaignId }) => ({ at: dueAt, schedule: name, campaign: campaignId }))
}
