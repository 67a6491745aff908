/** What has to be done now and then: what is left over is handled, what is recorded sealed, what is old thrown away. */
import cron, { type ScheduledTask } from 'node-cron'
import { sealAll } from './audit/seal.js'
import type { House } from './house.js'
import type { Dispatch } from './work/dispatch.js'

export interface Upkeep {
  start(): void
  stop(): Promise<void>
}

/** A delivery that is not handled after so long was given up by whoever took it. */
const leftOverMs = 60_000
/** Settled messages and handled deliveries; platforms stop delivering again after minutes. */
const keepDays = 90
const dayMs = 86_400_000

export const createUpkeep = (house: House, dispatch: Dispatch): Upkeep => {
  const tasks: ScheduledTask[] = []
  const every = (pattern: string, name: string, work: () => Promise<unknown>): void => {
    const run = () => work().catch((error) => house.log.error({ err: error, upkeep: name }, 'upkeep failed'))
    tasks.push(cron.schedule(pattern, run, { noOverlap: true, name }))
  }
  return {
    start() {
      every('30 * * * * *', 'left-over', () => dispatch.resume(new Date(Date.now() - leftOverMs)))
      every('50 * * * * *', 'seal', () => sealAll(house.store))
      every('17 3 * * *', 'old-rows', () => removeOld(house, new Date(Date.now() - keepDays * dayMs)))
    },
    async stop() {
      for (const task of tasks.splice(0)) await task.destroy()
    },
  }
}

/** Occurrences and the audit log stay: they say what happened. */
export const removeOld = async ({ store }: House, before: Date): Promise<void> => {
  await store.prisma.question.deleteMany({ where: { askedAt: { lt: before } } })
  await store.prisma.inboxDelivery.deleteMany({
    where: { receivedAt: { lt: before }, doneAt: { not: null } },
  })
  await store.prisma.outboxMessage.deleteMany({
    where: { notBefore: { lt: before }, status: { in: ['sent', 'dropped', 'dead'] } },
  })
}
