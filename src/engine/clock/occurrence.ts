/** One due run: taken once by its key, skipped when it is too late, done otherwise. */
import type { Schedule as ScheduleRow } from '../../generated/prisma/client.js'
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
  const { count } = await db.occurrence.createMany({
    data: [{ key, dueAt: row.nextAt, takenAt: at, outcome }],
    skipDuplicates: true,
  })
  if (count === 0) return 'none'
  await perform(house, db, { schedule, row, key, at, outcome })
  return outcome
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
  schedule: Schedule
  row: ScheduleRow
  key: string
  at: Date
  outcome: string
}

const perform = async (house: House, db: Db, { schedule, row, key, at, outcome }: Taken): Promise<void> => {
  const t = house.translator(house.defaults.language)
  const campaign = row.campaignId
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
    subject: `schedule:${row.name}`,
    campaign,
    after: { due: row.nextAt.toISOString() },
  })
  if (outcome !== 'ran') return
  const late = at.getTime() - row.nextAt.getTime()
  const ctx = contextOf(house, db, situation)
  await schedule.run(ctx, { campaign, date: row.nextOn, due: row.nextAt, late })
}
