/** Keeps what became of sent messages and what stands where now; what is sent together is kept together. */
import { setTimeout as pause } from 'node:timers/promises'
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Card } from '../../kit/card.js'
import { hashOf } from '../../kit/hash.js'
import type { Db, Prisma } from '../../kit/store.js'
import type { House } from '../house.js'
import { inTransaction } from '../work/transaction.js'

export interface Sent {
  outcome: 'posted' | 'edited' | 'unchanged' | 'dropped'
  /** The platform's id of the message that shows the card now. */
  message: string | null
  /** It can be edited later. */
  alive: boolean
}

interface Settled {
  row: OutboxMessage
  sent: Sent
  card: Card | null
}

/** Lanes that were drawn together end within milliseconds of one another; one transaction serves them all. */
const gatherMs = 3

/** @returns a function that resolves when the outcome is stored; outcomes that come in meanwhile share a transaction. */
export const createSettler = (house: House): ((settled: Settled) => Promise<void>) => {
  let waiting: Settled[] = []
  let next: Promise<void> | null = null
  const flush = async (): Promise<void> => {
    const all = waiting
    waiting = []
    next = null
    await inTransaction(house.store, (db) => keep(house, db, all))
  }
  let last: Promise<unknown> = Promise.resolve()
  return (settled) => {
    waiting.push(settled)
    if (!next) {
      const together = () => pause(gatherMs).then(flush)
      next = last.then(together, together)
      last = next
    }
    return next
  }
}

const keep = async (house: House, db: Db, all: readonly Settled[]): Promise<void> => {
  const at = house.clock.now()
  const ids = all.map(({ row }) => row.id)
  const statuses = all.map(({ sent }) => (sent.outcome === 'dropped' ? 'dropped' : 'sent'))
  const messages = all.map(({ sent }) => sent.message)
  await db.$executeRaw`
    UPDATE "OutboxMessage" AS row
    SET status = done.status, message = done.message, error = NULL, "leaseUntil" = NULL, "settledAt" = ${at}
    FROM unnest(${ids}::bigint[], ${statuses}::text[], ${messages}::text[]) AS done(id, status, message)
    WHERE row.id = done.id AND row.status = 'sending'`
  for (const one of all) await keepPlace(db, one, at)
}

const keepPlace = async (db: Db, { row, sent, card }: Settled, at: Date): Promise<void> => {
  if (!row.place || !row.view) return
  const key = row.place
  // A card that has nothing more to say, or cannot be edited, stays as it was and is not drawn again.
  if (!card) await db.place.deleteMany({ where: { key } })
  if (!card || !sent.message || !sent.alive) return
  const shows = { message: sent.message, drawn: hashOf(card), updatedAt: at }
  // A redraw carries a copy of what stood at the place when it was asked for; only a telling says what stands there.
  if (row.mode === 'redraw') {
    if (sent.outcome !== 'unchanged') await db.place.updateMany({ where: { key }, data: shows })
    return
  }
  const stands = { ...placeOf(row), ...shows }
  await db.place.upsert({ where: { key }, create: { key, ...stands }, update: stands })
}

const placeOf = (row: OutboxMessage) => ({
  lane: row.lane,
  to: row.to as Prisma.InputJsonValue,
  only: row.only,
  viewer: row.viewer as Prisma.InputJsonValue,
  view: row.view as Prisma.InputJsonValue,
  subjects: row.subjects,
  because: row.because,
  campaignId: row.campaignId,
})
