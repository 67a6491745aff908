/** How the counted criteria of tasks are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import type { Criterion } from './criterion.js'

export type TaskCriterion = Prisma.TaskCriterionGetPayload<object>

export const criteriaOf = (db: Db, taskId: number): Promise<TaskCriterion[]> =>
  db.taskCriterion.findMany({ where: { taskId }, orderBy: { number: 'asc' } })

/** What is counted for any of these tasks. */
export const criteriaIn = (db: Db, taskIds: readonly number[]): Promise<TaskCriterion[]> =>
  db.taskCriterion.findMany({
    where: { taskId: { in: [...taskIds] } },
    orderBy: [{ taskId: 'asc' }, { number: 'asc' }],
  })

/** Replaces what is counted for the task. The caller holds its version. */
export const saveCriteria = async (db: Db, taskId: number, criteria: readonly Criterion[]): Promise<void> => {
  await db.taskCriterion.deleteMany({ where: { taskId } })
  await db.taskCriterion.createMany({
    data: criteria.map((one, i) => ({ taskId, number: i + 1, ...one })),
  })
}

export const saveCount = (db: Db, { taskId, number }: TaskCriterion, done: number) =>
  db.taskCriterion.update({ where: { taskId_number: { taskId, number } }, data: { done } })
