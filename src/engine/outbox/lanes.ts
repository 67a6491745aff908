/** The outbox's queue in the store: which message of each lane is next, and who works on it. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Store } from '../db/open.js'

/** Longer than any send may take; after it another worker looks whether the message arrived. */
const leaseMs = 60_000

interface Head {
  id: bigint
  lane: string
}

/** The next message of each lane that may be sent now: a lane whose first message waits, waits as a whole. */
export const readyHeads = (store: Store, now: Date): Promise<Head[]> =>
  store.prisma.$queryRaw<Head[]>`
    SELECT id, lane FROM (
      SELECT DISTINCT ON (lane) id, lane, status, "notBefore", "leaseUntil"
      FROM "OutboxMessage" WHERE status IN ('waiting', 'sending') ORDER BY lane, id
    ) AS head
    WHERE (status = 'waiting' AND "notBefore" <= ${now}) OR (status = 'sending' AND "leaseUntil" < ${now})
    ORDER BY id`

/** When the earliest message that is held back may be tried again. */
export const nextRetry = async (store: Store): Promise<Date | null> => {
  const row = await store.prisma.outboxMessage.findFirst({
    where: { status: 'waiting' },
    orderBy: { notBefore: 'asc' },
  })
  return row?.notBefore ?? null
}

/** Takes a message for sending. @returns null when another worker was faster. */
export const claim = async (store: Store, id: bigint, now: Date): Promise<OutboxMessage | null> => {
  const free = [{ status: 'waiting' }, { status: 'sending', leaseUntil: { lt: now } }]
  const [row] = await store.prisma.outboxMessage.updateManyAndReturn({
    where: { id, OR: free },
    data: { status: 'sending', leaseUntil: new Date(now.getTime() + leaseMs), attempts: { increment: 1 } },
  })
  return row ?? null
}

/**
 * The redraws that wait for the same place are served by the card drawn now: it shows what they would show.
 * Read before drawing: a redraw that comes later may know of news that this card does not.
 */
export const mergeRedraws = async (store: Store, row: OutboxMessage): Promise<void> => {
  if (!row.place) return
  await store.prisma.outboxMessage.updateMany({
    where: { place: row.place, mode: 'redraw', status: 'waiting', id: { not: row.id } },
    data: { status: 'dropped', error: 'merged', settledAt: new Date() },
  })
}

export const unsettled = (store: Store): Promise<number> =>
  store.prisma.outboxMessage.count({ where: { status: { in: ['waiting', 'sending'] } } })
