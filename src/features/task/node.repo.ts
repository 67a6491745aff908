/** How the dated points within tasks are kept. */
import type { Db, Prisma } from '../../kit/store.js'

export type TaskNode = Prisma.TaskNodeGetPayload<object>

export const nodesOf = (db: Db, taskId: number): Promise<TaskNode[]> =>
  db.taskNode.findMany({
    where: { taskId },
    orderBy: [{ onDay: 'asc' }, { time: { sort: 'asc', nulls: 'first' } }, { number: 'asc' }],
  })

/** Adds the point, or puts it on another day. The caller holds the version of the task. */
export const saveNode = (db: Db, node: Omit<TaskNode, 'doneAt' | 'doneById'>) => {
  const { taskId, number, name, onDay, time } = node
  return db.taskNode.upsert({
    where: { taskId_number: { taskId, number } },
    create: node,
    update: { name, onDay, time },
  })
}

export const tickNode = (db: Db, { taskId, number }: TaskNode, data: Pick<TaskNode, 'doneAt' | 'doneById'>) =>
  db.taskNode.update({ where: { taskId_number: { taskId, number } }, data })

export const removeNode = (db: Db, { taskId, number }: TaskNode) =>
  db.taskNode.delete({ where: { taskId_number: { taskId, number } } })
