/** The outbox's queue in the store: which message of each lane is next, and who works on it. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Db } from '../../kit/store.js'
import type { Store } from '../db/open.js'

/** Longer than any send may take; after it another worker looks whether the message arrived. */
const leaseMs = 60_000

/** A few at a time: their cards are drawn in one transaction, which others wait for on the embedded store. */
const atOnce = 30
const perLane = 10

/** A message that may be sent now. */
interface Ready {
  id: bigint
  lane: string
  place: string | null
  mode: string
}

/** Lanes somebody works on already, and how many messages of a lane each platform takes at a time. */
export interface Traffic {
  busy: readonly string[]
  ahead: Readonly<Record<string, number>>
}

/**
 * The first messages of each free lane, in order: a lane whose first message waits, waits as a whole. Where a send may
 * have to wait for its turn only one is taken, so that its card is drawn when it is sent; edits are taken together.
 * What is meant to leave later holds nobody: the clock's news of a full hour must not silence a group for minutes.
 */
const readyMessages = async (db: Db, now: Date, { busy, ahead }: Traffic): Promise<bigint[]> => {
  const ready = await db.$queryRaw<Ready[]>`
    SELECT id, lane, place, mode FROM (
      SELECT id, lane, place, mode, row_number() OVER line AS turn, bool_and(mode = 'redraw') OVER line AS edits,
        bool_and((status = 'waiting' AND "notBefore" <= ${now}) OR (status = 'sending' AND "leaseUntil" < ${now}))
          OVER line AS ready,
        bool_or(status = 'sending' AND "leaseUntil" >= ${now}) OVER (PARTITION BY lane) AS taken
      FROM "OutboxMessage" WHERE status IN ('waiting', 'sending')
        AND NOT (status = 'waiting' AND attempts = 0 AND error IS NULL AND "notBefore" > ${now})
      WINDOW line AS (PARTITION BY lane ORDER BY id)
    ) AS queue
    WHERE ready AND NOT taken AND NOT lane = ANY(${busy})
      AND turn <= CASE WHEN edits THEN ${perLane}
        ELSE COALESCE((${JSON.stringify(ahead)}::jsonb ->> split_part(lane, ':', 1))::int, ${perLane}) END
    ORDER BY id LIMIT ${atOnce}`
  return withoutRepeats(ready)
}

/** One message per place at a time: later redraws are merged into it, anything else has to see what it left there. */
const withoutRepeats = (ready: readonly Ready[]): bigint[] => {
  const places = new Set<string>()
  const closed = new Set<string>()
  return ready.flatMap(({ id, lane, place, mode }) => {
    const repeated = place !== null && places.has(place)
    if (repeated && mode !== 'redraw') closed.add(lane)
    if (repeated || closed.has(lane)) return []
    if (place !== null) places.add(place)
    return [id]
  })
}

/** Any number will do: the door through which one process at a time takes messages. */
const door = 7_190_618

/**
 * Takes the messages that may be sent now. On a server one process at a time looks and takes, or two could work on one
 * lane; the embedded store has one process and one connection.
 */
export const takeReady = (store: Store, now: Date, traffic: Traffic): Promise<OutboxMessage[]> => {
  const take = async (db: Db): Promise<OutboxMessage[]> => {
    const ids = await readyMessages(db, now, traffic)
    return ids.length > 0 ? claim(db, ids, now) : []
  }
  if (store.kind === 'embedded') return take(store.prisma)
  return store.prisma.$transaction(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(${door}::bigint)`
    return take(db)
  })
}

const claim = async (db: Db, ids: readonly bigint[], now: Date): Promise<OutboxMessage[]> => {
  const rows = await db.outboxMessage.updateManyAndReturn({
    where: {
      id: { in: [...ids] },
      OR: [{ status: 'waiting' }, { status: 'sending', leaseUntil: { lt: now } }],
    },
    data: { status: 'sending', leaseUntil: new Date(now.getTime() + leaseMs), attempts: { increment: 1 } },
  })
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Gives messages back that were taken but not tried, because one before them has to wait. */
export const release = async (store: Store, rows: readonly OutboxMessage[]): Promise<void> => {
  if (rows.length === 0) return
  await store.prisma.outboxMessage.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { status: 'waiting', leaseUntil: null, attempts: { decrement: 1 } },
  })
}

/** Ends all leases: on the embedded store whoever held one is gone when a process starts. */
export const endLeases = async (store: Store): Promise<void> => {
  if (store.kind !== 'embedded') return
  await store.prisma.outboxMessage.updateMany({
    where: { status: 'sending' },
    data: { leaseUntil: new Date(0) },
  })
}

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
