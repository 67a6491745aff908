/** Schedules as rows: when each clock job of each campaign is due next. */
import type { Upcoming } from '../../kit/schedule.js'
import type { Db } from '../../kit/store.js'
import { type LocalDate, type LocalTime, nextOccurrence } from '../../kit/time.js'
import type { House } from '../house.js'

interface CampaignClock {
  campaign: number
  zone: string
  at: Date
  active: boolean
}

/** When a row is due next, strictly after `after`, and the local date it then stands for. */
export const nextRun = (time: LocalTime, zone: string, after: Date): { nextAt: Date; nextOn: LocalDate } => {
  const { at, date } = nextOccurrence(time, zone, after)
  return { nextAt: at, nextOn: date }
}

/** Starts (or moves, or ends) all schedules of a campaign, counted from `at`. */
export const setSchedules = async (house: House, db: Db, clock: CampaignClock): Promise<void> => {
  const { campaign, zone, at, active } = clock
  for (const { name, at: time } of house.registry.schedules.values()) {
    const next = { zone, active, ...nextRun(time, zone, at) }
    await db.schedule.upsert({
      where: { name_campaignId: { name, campaignId: campaign } },
      create: { name, campaignId: campaign, ...next },
      update: next,
    })
  }
}

/** How many days ahead `/mkt next` looks at most. */
const horizonDays = 14

/** The next runs that will take place, soonest first. */
export const upcoming = async (house: House, db: Db, at: Date, limit: number): Promise<Upcoming[]> => {
  const rows = await db.schedule.findMany({
    where: { active: true },
    orderBy: { nextAt: 'asc' },
    take: limit * 3,
  })
  const found: Upcoming[] = []
  for (const row of rows) {
    const schedule = house.registry.schedules.get(row.name)
    if (!schedule || schedule.quiet) continue
    // A row may lag behind a clock that was moved; what is past is handled by the scheduler, not announced.
    let next: { nextAt: Date; nextOn: LocalDate } = row.nextAt > at ? row : nextRun(schedule.at, row.zone, at)
    for (let day = 0; day < horizonDays; day++) {
      if (await schedule.applies({ db }, row.campaignId, next.nextOn)) {
        found.push({ at: next.nextAt, schedule: row.name, campaign: row.campaignId })
      }
      next = nextRun(schedule.at, row.zone, next.nextAt)
    }
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, limit)
}
