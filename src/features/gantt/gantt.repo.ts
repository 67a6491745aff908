/** How it is kept what was planned at first. */
import type { Db, Prisma } from '../../kit/store.js'
import type { Task } from '../task/index.js'

export type FirstPlan = Prisma.FirstPlanGetPayload<object>

export const firstPlans = (db: Db, campaignId: number): Promise<FirstPlan[]> =>
  db.firstPlan.findMany({ where: { campaignId } })

/** Each task keeps the dates that were kept of it before. */
export const keepFirst = (db: Db, tasks: readonly Task[]) =>
  db.firstPlan.createMany({
    data: tasks.map(({ id: taskId, campaignId, startOn, dueOn }) => ({ taskId, campaignId, startOn, dueOn })),
    skipDuplicates: true,
  })

/** What was kept before is forgotten. */
export const keepAnew = async (db: Db, campaignId: number, tasks: readonly Task[]): Promise<void> => {
  await db.firstPlan.deleteMany({ where: { campaignId } })
  await keepFirst(db, tasks)
}
