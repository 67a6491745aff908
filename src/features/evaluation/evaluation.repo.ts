/** How evaluations are kept. */
import type { Db, Prisma } from '../../kit/store.js'

export type Evaluation = Prisma.EvaluationGetPayload<object>
export type NewEvaluation = Prisma.EvaluationCreateManyInput
export type EvaluationChange = Partial<Omit<Evaluation, 'campaignId' | 'number' | 'version'>>

export const evaluationsOf = (db: Db, campaignId: number): Promise<Evaluation[]> =>
  db.evaluation.findMany({ where: { campaignId }, orderBy: { number: 'asc' } })

/** @returns false when somebody else took one of the numbers at the same moment. */
export const addEvaluations = async (db: Db, rows: readonly NewEvaluation[]): Promise<boolean> =>
  (await db.evaluation.createMany({ data: [...rows], skipDuplicates: true })).count === rows.length

type Kept = Pick<Evaluation, 'campaignId' | 'number' | 'version'>

/** @returns false when somebody was faster. */
export const updateEvaluation = async (
  db: Db,
  { campaignId, number, version }: Kept,
  data: EvaluationChange,
): Promise<boolean> => {
  const { count } = await db.evaluation.updateMany({
    where: { campaignId, number, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** @returns false when somebody was faster. */
export const removeEvaluation = async (db: Db, { campaignId, number, version }: Kept): Promise<boolean> =>
  (await db.evaluation.deleteMany({ where: { campaignId, number, version } })).count === 1

/** What `other` wrote was written by `person`. */
export const renameIn = (db: Db, other: string, person: string) =>
  db.evaluation.updateMany({ where: { byId: other }, data: { byId: person } })
