/** How the countdown and the fixed dates of a campaign are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import type { Days } from './countdown.js'

export type Milestone = Prisma.MilestoneGetPayload<object>

export const milestonesOf = (db: Db, campaignId: number): Promise<Milestone[]> =>
  db.milestone.findMany({ where: { campaignId }, orderBy: { fromOn: 'asc' } })

export const addMilestones = (db: Db, campaignId: number, milestones: readonly ({ key: string } & Days)[]) =>
  db.milestone.createMany({ data: milestones.map((one) => ({ campaignId, ...one })) })

export const moveMilestone = (db: Db, { campaignId, key, fromOn, toOn }: Milestone) =>
  db.milestone.updateMany({ where: { campaignId, key, doneAt: null }, data: { fromOn, toOn } })

/** @returns whether it was not so already. */
export const tick = async (
  db: Db,
  campaignId: number,
  key: string,
  done: { doneAt: Date; doneById: string } | null,
): Promise<boolean> => {
  const { count } = await db.milestone.updateMany({
    where: { campaignId, key, doneAt: done ? null : { not: null } },
    data: done ?? { doneAt: null, doneById: null },
  })
  return count === 1
}

/** `task:17`, `phase:burst`: what stays when the launch moves. */
export const fixedIn = async (db: Db, campaignId: number): Promise<Set<string>> =>
  new Set((await db.fixedDate.findMany({ where: { campaignId } })).map(({ subject }) => subject))

/** @returns whether it was not fixed yet. */
export const fix = async (db: Db, row: Prisma.FixedDateCreateManyInput): Promise<boolean> =>
  (await db.fixedDate.createMany({ data: [row], skipDuplicates: true })).count === 1

/** @returns whether it was fixed. */
export const free = async (db: Db, campaignId: number, subject: string): Promise<boolean> =>
  (await db.fixedDate.deleteMany({ where: { campaignId, subject } })).count === 1

/** What `other` did was done by `person`. */
export const renameIn = async (db: Db, other: string, person: string): Promise<void> => {
  await db.milestone.updateMany({ where: { doneById: other }, data: { doneById: person } })
  await db.fixedDate.updateMany({ where: { byId: other }, data: { byId: person } })
}
