/** Schedules as rows: when each clock job of each campaign is due next. */

import type { Schedule as ScheduleRow } from '../../generated/prisma/client.js'
import type { Upcoming } from '../../kit/schedule.js'
import type { Db } from '../../kit/store.js'
import { type LocalDate, type LocalTime, nextOccurrence } from '../../kit/time.js'
import type { House } from '../house.js'
import { remembering } from '../outbox/memo.js'
import { upcomingTimers } from './timers.js'

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

/** Gives campaigns whose clock runs the schedules that a newer version brought. */
export const addMissing = async (house: House): Promise<void> => {
  const { prisma } = house.store
  const running = await prisma.schedule.findMany({ where: { active: true }, distinct: ['campaignId'] })
  const rows = running.flatMap(({ campaignId, zone }) =>
    [...house.registry.schedules.values()].map(({ name, at }) => ({
      name,
      campaignId,
      zone,
      ...nextRun(at, zone, house.clock.now()),
    })),
  )
  await prisma.schedule.createMany({ data: rows, skipDuplicates: true })
}

/** How many days ahead `/mkt next` looks at most. */
const horizonDays = 14

/** The next runs that will take place for the campaigns of an organisation, soonest first. */
export const upcoming = async (
  house: House,
  db: Db,
  organisation: string,
  at: Date,
  limit: number,
): Promise<Upcoming[]> => {
  const told = [...house.registry.schedules.values()].filter(({ quiet }) => !quiet)
  const foreign = await db.campaign.findMany({
    where: { organisation: { not: organisation } },
    select: { id: true },
  })
  const foreignIds = foreign.map(({ id }) => id)
  const rows = await db.schedule.findMany({
    where: {
      active: true,
      name: { in: told.map(({ name }) => name) },
      campaignId: { notIn: foreignIds },
    },
  })
  // Soonest first, day by day: whoever asks for one run does not pay for two weeks of all campaigns.
  let days = rows.map((row) => ({ row, run: after(house, row, at) }))
  const found: Upcoming[] = []
  const reading = remembering(db)
  for (let day = 0; day < horizonDays && found.length < limit; day++) {
    days.sort((a, b) => a.run.nextAt.getTime() - b.run.nextAt.getTime())
    for (const { row, run } of days) {
      if (found.length < limit && (await willRun(house, reading, row, run.nextOn))) {
        found.push({ at: run.nextAt, schedule: row.name, campaign: row.campaignId })
      }
    }
    days = days.map(({ row, run }) => ({ row, run: after(house, row, run.nextAt) }))
  }
  const timers = await upcomingTimers(db, at, foreignIds, limit)
  return [...found, ...timers].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, limit)
}

/** A row may lag behind a clock that was moved; what is past is handled by the scheduler, not announced. */
const after = (house: House, row: ScheduleRow, at: Date) => {
  if (row.nextAt > at) return { nextAt: row.nextAt, nextOn: row.nextOn }
  return nextRun(house.registry.schedules.get(row.name)?.at ?? '00:00', row.zone, at)
}

/** It applies on that day, and has not taken place before the clock went back. */
const willRun = async (house: House, db: Db, row: ScheduleRow, date: LocalDate): Promise<boolean> => {
  const schedule = house.registry.schedules.get(row.name)
  if (!schedule || !(await schedule.applies({ db }, row.campaignId, date))) return false
  return (await db.occurrence.count({ where: { key: occurrenceKey(row.name, row.campaignId, date) } })) === 0
}

/** What makes a run happen once: schedule, campaign, local date. */
export const occurrenceKey = (name: string, campaign: number, date: LocalDate): string =>
  `${name}:${campaign}:${date}`
