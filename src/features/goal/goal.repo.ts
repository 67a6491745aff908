/** How goals are kept, with their parts. */
import type { Db, Prisma } from '../../kit/store.js'
import { inOrder } from './goal.js'
import type { Part } from './split.js'

const whole = { splits: { orderBy: { axis: 'asc' } } } satisfies Prisma.GoalInclude
export type Goal = Prisma.GoalGetPayload<{ include: typeof whole }>
export type NewGoal = Omit<Prisma.GoalUncheckedCreateInput, 'splits'>
export type GoalChange = Partial<Omit<Goal, 'id' | 'campaignId' | 'splits' | 'version' | 'createdAt'>>

export const goalById = (db: Db, id: number): Promise<Goal | null> =>
  db.goal.findUnique({ where: { id }, include: whole })

/** In the order in which they were added. */
export const goalsIn = (db: Db, campaignIds: readonly number[]): Promise<Goal[]> =>
  db.goal.findMany({
    where: { campaignId: { in: [...campaignIds] } },
    include: whole,
    orderBy: { id: 'asc' },
  })

/** The goals of a campaign in their order: as somebody put them, else as R4 has it. */
export const goalsOf = async (db: Db, campaignId: number): Promise<Goal[]> =>
  inOrder(await goalsIn(db, [campaignId]))

export const addGoal = (db: Db, data: NewGoal): Promise<Goal> => db.goal.create({ data, include: whole })

/** Keeps the change if the goal is still as it was read. @returns false when somebody was faster. */
export const updateGoal = async (
  db: Db,
  { id, version }: Pick<Goal, 'id' | 'version'>,
  data: GoalChange = {},
): Promise<boolean> => {
  const { count } = await db.goal.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** @returns false when somebody was faster. */
export const removeGoal = async (db: Db, { id, version }: Pick<Goal, 'id' | 'version'>): Promise<boolean> =>
  (await db.goal.deleteMany({ where: { id, version } })).count === 1

export const saveSplit = (
  db: Db,
  goalId: number,
  axis: string,
  parts: readonly Part[],
  reason: string | null,
) => {
  const data = { parts: parts.map(({ name, value }) => ({ name, value })), reason }
  return db.goalSplit.upsert({
    where: { goalId_axis: { goalId, axis } },
    create: { goalId, axis, ...data },
    update: data,
  })
}

/** What names `other` names `person` from now on. @returns the goals that did. */
export const renameIn = async (db: Db, other: string, person: string): Promise<Goal[]> => {
  const where = { ownerId: other }
  const concerned = await db.goal.findMany({ where, include: whole })
  await db.goal.updateMany({ where, data: { ownerId: person } })
  await db.goal.updateMany({ where: { createdById: other }, data: { createdById: person } })
  return concerned
}
