/** Schedules as rows: when each clock job of each campaign is due next. */
import type { Upcoming } from '../../kit/schedule.js'
import type { Db } from '../../kit/store.js'
import { localDate, nextAt } from '../../kit/time.js'
import type { House } from '../house.js'

interface CampaignClock {
  campaign: number
  zone: string
  at: Date
  active: boolean
}

/** Starts (or moves, or ends) all schedules of a campaign, counted from `at`. */
export const setSchedules = async (house: House, db: Db, clock: CampaignClock): Promise<void> => {
  const { campaign, zone, at, active } = clock
  for (const { name, at: time } of house.registry.schedules.values()) {
    const next = { zone, active, nextAt: nextAt(time, zone, at) }
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
    take: limit * 2,
  })
  const found: Upcoming[] = []
  for (const row of rows) {
    const schedule = house.registry.schedules.get(row.name)
    if (!schedule) continue
    // A row may lag behind a clock that was moved; what is past is handled by the scheduler, not announced.
    let next = row.nextAt > at ? row.nextAt : nextAt(schedule.at, row.zone, at)
    for (let day = 0; day < horizonDays; day++) {
      if (await schedule.applies({ db }, row.campaignId, localDate(next, row.zone))) {
        found.push({ at: next, schedule: row.name, campaign: row.campaignId })
      }
      next = nextAt(schedule.at, row.zone, next)
    }
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, limit)
}
