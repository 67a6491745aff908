/** How tasks are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import type { LocalDate } from '../../kit/time.js'

export type Task = Prisma.TaskGetPayload<object>
export type NewTask = Prisma.TaskCreateManyInput
export type TaskChange = Partial<Omit<Task, 'id' | 'campaignId' | 'number' | 'version'>>

const open = { notIn: ['done', 'cancelled'] }
const byDue = [{ dueOn: 'asc' as const }, { number: 'asc' as const }]

export const taskById = (db: Db, id: number): Promise<Task | null> => db.task.findUnique({ where: { id } })

/** All tasks of a campaign by due date, as in 004-T2. */
export const tasksOf = (db: Db, campaignId: number): Promise<Task[]> => tasksIn(db, [campaignId])

export const tasksIn = (db: Db, campaignIds: readonly number[]): Promise<Task[]> =>
  db.task.findMany({ where: { campaignId: { in: [...campaignIds] } }, orderBy: byDue })

export const taskNumbered = (db: Db, campaignId: number, number: number): Promise<Task | null> =>
  db.task.findUnique({ where: { campaignId_number: { campaignId, number } } })

/** Tasks of this number that `personId` owns or is asked to take, over all campaigns. */
export const ownTasksNumbered = (db: Db, personId: string, number: number): Promise<Task[]> =>
  db.task.findMany({
    where: {
      number,
      status: { notIn: ['done', 'cancelled'] },
      OR: [{ ownerId: personId }, { proposedOwnerId: personId }],
    },
  })

/** Tasks of the campaign with exactly this name. */
export const tasksCalled = (db: Db, campaignId: number, name: string): Promise<Task[]> =>
  db.task.findMany({ where: { campaignId, name }, orderBy: byDue })

/** Open tasks that wait for `personId`: theirs, offered to them, or to be accepted by them. */
export const openTasksFor = (db: Db, personId: string): Promise<Task[]> =>
  db.task.findMany({
    where: {
      status: open,
      OR: [{ ownerId: personId }, { proposedOwnerId: personId }, { approverId: personId, status: 'review' }],
    },
    orderBy: byDue,
  })

/** Open tasks that name `personId` as owner, as asked to take over, or as who accepts the result. */
export const openTasksNaming = (db: Db, personId: string): Promise<Task[]> =>
  db.task.findMany({
    where: {
      status: open,
      OR: [{ ownerId: personId }, { proposedOwnerId: personId }, { approverId: personId }],
    },
    orderBy: byDue,
  })

/** Open tasks of a campaign that are due on `date` or before. */
export const openTasksUntil = (db: Db, campaignId: number, date: LocalDate): Promise<Task[]> =>
  db.task.findMany({ where: { campaignId, status: open, dueOn: { lte: date } }, orderBy: byDue })

/** The number of the next task. Whoever asks next waits for this transaction, so no number is given twice. */
export const nextNumber = async (db: Db, campaignId: number): Promise<number> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('task number'), ${campaignId}::int)`
  const last = await db.task.aggregate({ where: { campaignId }, _max: { number: true } })
  return (last._max.number ?? 0) + 1
}

export const addTask = (db: Db, task: NewTask): Promise<Task> => db.task.create({ data: task })

export const addTasks = (db: Db, tasks: NewTask[]) => db.task.createMany({ data: tasks })

/** Keeps the change if `task` is still as it was read. @returns false when somebody was faster. */
export const updateTask = async (db: Db, task: Task, data: TaskChange): Promise<boolean> => {
  const { id, version } = task
  const { count } = await db.task.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/**
 * Tasks that name `other` name `person` from now on, as `openTasksNaming` told of those that are open. Whoever was asked
 * by themselves has nothing to answer, and nobody accepts their own work.
 */
export const renameIn = async (db: Db, other: string, person: string): Promise<void> => {
  for (const column of ['ownerId', 'proposedOwnerId', 'approverId'] as const)
    await db.task.updateMany({ where: { [column]: other }, data: { [column]: person } })
  const own = { ownerId: person, status: open }
  const taken = { proposedOwnerId: null, accepted: true }
  await db.task.updateMany({ where: { ...own, proposedOwnerId: person }, data: taken })
  await db.task.updateMany({ where: { ...own, approverId: person }, data: { approverId: null } })
}
