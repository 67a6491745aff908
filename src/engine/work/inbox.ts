/** What came in, once each: stored before it is acknowledged, marked done in the transaction of its work. */
import type { Incoming } from '../../kit/platform.js'
import type { Db, Prisma } from '../../kit/store.js'
import { readable } from '../../kit/text.js'
import type { Store } from '../db/open.js'

/** After so many crashes in the middle of it, a delivery is left alone: it would only crash again. */
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

/** Deliveries that were stored but not handled when the process ended, oldest first. */
export const unfinishedDeliveries = async (store: Store): Promise<Incoming[]> => {
  const where = { doneAt: null, attempts: { lt: maxAttempts } }
  const rows = await store.prisma.inboxDelivery.findMany({ where, orderBy: { receivedAt: 'asc' } })
  await store.prisma.inboxDelivery.updateMany({ where, data: { attempts: { increment: 1 } } })
  return rows.map((row) => row.incoming as unknown as Incoming)
}
