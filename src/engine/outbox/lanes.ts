/** The outbox's queue in the store: which message of each lane is next, and who works on it. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Store } from '../db/open.js'

/** Longer than any send may take; after it another worker looks whether the message arrived. */
const leaseMs = 60_000

/** A few at a time: their cards are drawn in one transaction, which others wait for on the embedded store. */
const batch = 20

/** The next message of each lane that may be sent now: a lane whose first message waits, waits as a whole. */
export const readyHeads = async (store: Store, now: Date, busy: readonly string[]): Promise<bigint[]> => {
  const heads = await store.prisma.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (lane) id, lane, status, "notBefore", "leaseUntil"
      FROM "OutboxMessage" WHERE status IN ('waiting', 'sending') ORDER BY lane, id
    ) AS head
    WHERE ((status = 'waiting' AND "notBefore" <= ${now}) OR (status = 'sending' AND "leaseUntil" < ${now}))
      AND NOT lane = ANY(${busy})
    ORDER BY id LIMIT ${batch}`
  return heads.map(({ id }) => id)
}

/** Takes messages for sending. @returns those that no other worker was faster to take. */
export const claim = (store: Store, ids: readonly bigint[], now: Date): Promise<OutboxMessage[]> =>
  store.prisma.outboxMessage.updateManyAndReturn({
    where: {
      id: { in: [...ids] },
      OR: [{ status: 'waiting' }, { status: 'sending', leaseUntil: { lt: now } }],
    },
    data: { status: 'sending', leaseUntil: new Date(now.getTime() + leaseMs), attempts: { increment: 1 } },
  })

/**
 * The redraws that wait for the places of `rows` are served by the cards drawn next: they show what those would show.
 * Read before drawing: a redraw that comes later may know of news that these cards do not.
 */
export const mergeRedraws = async (store: Store, rows: readonly OutboxMessage[]): Promise<void> => {
  const places = rows.flatMap(({ place }) => place ?? [])
  if (places.length === 0) return
  await store.prisma.outboxMessage.updateMany({
    where: { place: { in: places }, mode: 'redraw', status: 'waiting' },
    data: { status: 'dropped', error: 'merged', settledAt: new Date() },
  })
}

export const unsettled = (store: Store): Promise<number> =>
  store.prisma.outboxMessage.count({ where: { status: { in: ['waiting', 'sending'] } } })
