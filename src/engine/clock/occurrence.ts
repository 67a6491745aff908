/** One due run: taken once by its key, skipped when it is too late, done otherwise. */
import type { Schedule as ScheduleRow } from '../../generated/prisma/client.js'
import type { Context } from '../../kit/context.js'
import type { Schedule } from '../../kit/schedule.js'
import type { Db } from '../../kit/store.js'
import type { House } from '../house.js'
import { contextOf, record, type Situation } from '../work/context.js'
import { nextRun, occurrenceKey } from './schedules.js'

export const keyOf = (row: ScheduleRow): string => occurrenceKey(row.name, row.campaignId, row.nextOn)

/** Takes one occurrence: its key is unique, so a second process or a restart finds it taken. */
export const take = async (
  house: House,
  db: Db,
  row: ScheduleRow,
  key: string,
  givenUp: boolean,
): Promise<string> => {
  const at = house.clock.now()
  const schedule = house.registry.schedules.get(row.name)
  const moved = await db.schedule.updateMany({
    where: { name: row.name, campaignId: row.campaignId, nextAt: row.nextAt },
    data: schedule ? nextRun(schedule.at, row.zone, row.nextAt) : { active: false },
  })
  if (moved.count === 0 || !schedule) return 'none'
  const outcome = givenUp ? 'failed' : await whatToDo(db, schedule, row, at)
  if (outcome === 'none') return outcome
  const [due, campaign] = [row.nextAt, row.campaignId]
  if (!(await taken(db, { key, dueAt: due, at, outcome }))) return 'none'
  await perform(house, db, { name: row.name, campaign, key, due, at, outcome }, (ctx) =>
    schedule.run(ctx, { campaign, date: row.nextOn, due, late: at.getTime() - due.getTime() }),
  )
  return outcome
}

interface Key {
  key: string
  dueAt: Date
  at: Date
  outcome: string
}

/** @returns false when a second process, or the time before the clock was set back, has taken it already. */
export const taken = async (db: Db, { key, dueAt, at, outcome }: Key): Promise<boolean> => {
  const data = [{ key, dueAt, takenAt: at, outcome }]
  return (await db.occurrence.createMany({ data, skipDuplicates: true })).count > 0
}

const whatToDo = async (
  db: Db,
  schedule: Schedule,
  row: ScheduleRow,
  at: Date,
): Promise<'ran' | 'skipped' | 'none'> => {
  if (!(await schedule.applies({ db }, row.campaignId, row.nextOn))) return 'none'
  return at.getTime() - row.nextAt.getTime() > schedule.graceMs ? 'skipped' : 'ran'
}

interface Taken {
  name: string
  campaign: number
  key: string
  due: Date
  at: Date
  outcome: string
}

/** Puts a run on the record and, if it is to take place, does it on nobody's behalf. */
export const perform = async (
  house: House,
  db: Db,
  { name, campaign, key, due, at, outcome }: Taken,
  run: (ctx: Context) => Promise<void>,
): Promise<void> => {
  const t = house.translator(house.defaults.language)
  const of = await db.campaign.findUnique({ where: { id: campaign }, select: { organisation: true } })
  const organisation = of?.organisation ?? ''
  const situation: Situation = {
    at,
    actor: null,
    organisation,
    platform: 'clock',
    place: null,
    cause: key,
    t,
  }
  await record(db, situation, {
    action: `clock.${outcome}`,
    subject: `schedule:${name}`,
    campaign,
    after: { due: due.toISOString() },
  })
  if (outcome === 'ran') await run(contextOf(house, db, situation))
}
