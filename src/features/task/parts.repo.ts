/** How the counted and dated parts of all tasks of a campaign are read, and put in place at once. */
import type { Db } from '../../kit/store.js'
import { saveCriteria, type TaskCriterion } from './criterion.repo.js'
import type { TaskNode } from './node.repo.js'

export interface Parts {
  criteria: readonly Pick<TaskCriterion, 'name' | 'need'>[]
  nodes: readonly Pick<TaskNode, 'name' | 'onDay' | 'time'>[]
}

/** All parts of the tasks of a campaign, in their order. */
export const partsIn = async (
  db: Db,
  campaignId: number,
): Promise<{ criteria: TaskCriterion[]; nodes: TaskNode[] }> => {
  const where = { task: { campaignId } }
  const inOrder = [{ taskId: 'asc' as const }, { number: 'asc' as const }]
  return {
    criteria: await db.taskCriterion.findMany({ where, orderBy: inOrder }),
    nodes: await db.taskNode.findMany({ where, orderBy: inOrder }),
  }
}

/** The task has exactly these parts from now on, none of them done. */
export const replaceParts = async (db: Db, taskId: number, { criteria, nodes }: Parts): Promise<void> => {
  await saveCriteria(
    db,
    taskId,
    criteria.map(({ name, need }) => ({ name, need, done: 0 })),
  )
  await db.taskNode.deleteMany({ where: { taskId } })
  await db.taskNode.createMany({
    data: nodes.map(({ name, onDay, time }, i) => ({ taskId, number: i + 1, name, onDay, time })),
  })
}
