/** What came in, once each: stored before it is acknowledged, marked done in the transaction of its work. */
import type { Incoming } from '../../kit/platform.js'
import type { Db, Prisma } from '../../kit/store.js'
import { readable } from '../../kit/text.js'
import type { Store } from '../db/open.js'

/** After so many attempts that failed or ended the process, a delivery is left alone: it would only fail again. */
const maxAttempts = 3

/** The delivery with texts that can be stored. */
export const readableDelivery = (incoming: Incoming): Incoming =>
  JSON.parse(JSON.stringify(incoming), (_key, value) => (typeof value === 'string' ? readable(value) : value))

/** Keeps a delivery. @returns false when the platform had delivered it before. */
export const keepDelivery = async (store: Store, incoming: Incoming): Promise<boolean> => {
  const { platform, delivery } = incoming
  const row = {
    platform,
    delivery,
    receivedAt: new Date(),
    incoming: incoming as unknown as Prisma.InputJsonValue,
  }
  const { count } = await store.prisma.inboxDelivery.createMany({ data: [row], skipDuplicates: true })
  return count === 1
}

/** Marks a delivery as done. @returns false when it was done already, e.g. by another process after a crash. */
export const deliveryDone = async (db: Db, { platform, delivery }: Incoming, at: Date): Promise<boolean> => {
  const { count } = await db.inboxDelivery.updateMany({
    where: { platform, delivery, doneAt: null },
    data: { doneAt: at },
  })
  return count === 1
}

/** Forgets a form that was sent back with its faults: sent again, with the same values, it is a new deed. */
export const forgetDelivery = async (db: Db, { platform, delivery }: Incoming): Promise<void> => {
  await db.inboxDelivery.deleteMany({ where: { platform, delivery } })
}

/** Deliveries that were stored by `until` and are not handled yet, oldest first; what keeps failing is left alone. */
export const unfinishedDeliveries = async (store: Store, until: Date): Promise<Incoming[]> => {
  const rows = await store.prisma.inboxDelivery.findMany({
    where: { doneAt: null, attempts: { lt: maxAttempts }, receivedAt: { lte: until } },
    orderBy: { receivedAt: 'asc' },
  })
  return rows.map(
    ({ incoming, platform, delivery }) => ({ ...(incoming as object), platform, delivery }) as Incoming,
  )
}

/** Counts an attempt before it is made: one that ends the process counts too. */
export const countAttempt = async (store: Store, { platform, delivery }: Incoming): Promise<void> => {
  const where = { platform_delivery: { platform, delivery } }
  await store.prisma.inboxDelivery.update({ where, data: { attempts: { increment: 1 } } })
}
