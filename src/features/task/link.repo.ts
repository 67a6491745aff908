/** How it is kept which task waits for which. */
import type { Db } from '../../kit/store.js'
import type { Link } from './order.js'
import type { Task } from './task.repo.js'

export interface NewLink extends Link {
  campaignId: number
}

/** All links of a campaign. */
export const linksOf = (db: Db, campaignId: number): Promise<Link[]> => linksIn(db, [campaignId])

export const linksIn = (db: Db, campaignIds: readonly number[]): Promise<Link[]> =>
  db.taskLink.findMany({
    where: { campaignId: { in: [...campaignIds] } },
    select: { taskId: true, predecessorId: true },
    orderBy: [{ taskId: 'asc' }, { predecessorId: 'asc' }],
  })

/** Whoever links next in this campaign waits for this transaction: two halves of a loop never meet. */
export const holdLinks = (db: Db, campaignId: number) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('task links'), ${campaignId}::int)`

export const addLinks = (db: Db, links: readonly NewLink[]) =>
  db.taskLink.createMany({ data: [...links], skipDuplicates: true })

/** `task` waits for exactly these from now on. */
export const replaceLinks = async (
  db: Db,
  { id: taskId, campaignId }: Pick<Task, 'id' | 'campaignId'>,
  predecessorIds: readonly number[],
): Promise<void> => {
  await db.taskLink.deleteMany({ where: { taskId, predecessorId: { notIn: [...predecessorIds] } } })
  await addLinks(
    db,
    predecessorIds.map((predecessorId) => ({ campaignId, taskId, predecessorId })),
  )
}

const open = { status: { notIn: ['done', 'cancelled'] } }

/** Predecessors, done ones too, of each of `taskIds`, by number. */
export const predecessorsOf = async (
  db: Db,
  taskIds: readonly number[],
): Promise<ReadonlyMap<number, Task[]>> => {
  const found = await db.taskLink.findMany({
    where: { taskId: { in: [...taskIds] } },
    select: { taskId: true, predecessor: true },
    orderBy: { predecessor: { number: 'asc' } },
  })
  const byTask = new Map<number, Task[]>(taskIds.map((id) => [id, []]))
  for (const { taskId, predecessor } of found) byTask.get(taskId)?.push(predecessor)
  return byTask
}

/** Open tasks that wait for `taskId`, by number. */
export const openSuccessorsOf = async (db: Db, taskId: number): Promise<Task[]> => {
  const found = await db.taskLink.findMany({
    where: { predecessorId: taskId, task: open },
    select: { task: true },
    orderBy: { task: { number: 'asc' } },
  })
  return found.map(({ task }) => task)
}
