/** What happens to a message that could not be sent: later, or never. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Address } from '../../kit/address.js'
import { DeliveryError } from '../../kit/errors.js'
import type { House } from '../house.js'
import type { Claimed } from './draw.js'
import { sayUndelivered } from './undelivered.js'

/** About a day of trying: 1 s, 2 s, 4 s … at most 15 minutes apart. */
const maxAttempts = 100
/** A card that cannot be drawn is a fault of ours: it will not heal in a day, and its lane waits behind it. */
const maxFaults = 5
const firstPauseMs = 1000
const longestPauseMs = 15 * 60_000
/** What is older nobody waits for any more. */
const longestWaitMs = 7 * 86_400_000

/** Doubles with each attempt, with up to a quarter of jitter so that lanes do not come back together. */
const backoff = (attempts: number): number => {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts - 1, 20))
  return pause * (1 + Math.random() / 4)
}

/** The message stands, and may be edited again once its place can be reached. */
const isOutOfReach = (error: DeliveryError | null): boolean =>
  ['channelGone', 'channelArchived', 'notMember', 'refused'].includes(error?.fault ?? '')

/** Given up for no reason that a person could put right. */
const unexplained = new DeliveryError('given up', 'never', { fault: 'refused' })

type Fate = 'later' | 'anew' | 'never'

/** A message that cannot be edited any more is told anew if it was to be told, and forgotten if only redrawn. */
const fateOf = ({ row, place }: Claimed, error: unknown, now: Date): Fate => {
  if (!(error instanceof DeliveryError)) return row.attempts >= maxFaults ? 'never' : 'later'
  if (error.retryAfter === 'never') {
    const gone = (error.fault ?? 'messageGone') === 'messageGone'
    return place && row.mode === 'replace' && gone ? 'anew' : 'never'
  }
  const old = now.getTime() - row.createdAt.getTime() > longestWaitMs
  return old || (row.attempts >= maxAttempts && !error.unsent) ? 'never' : 'later'
}

/**
 * Puts the message back with a pause that holds its lane, or buries it and says so to whoever answers for it.
 * @returns whether the lane goes on.
 */
export const retryOrBury = async (house: House, claimed: Claimed, error: unknown): Promise<boolean> => {
  const { row, place } = claimed
  const fate = fateOf(claimed, error, house.clock.now())
  const known = error instanceof DeliveryError ? error : null
  house.metrics.sent.inc({
    platform: (row.to as unknown as Address).platform,
    outcome: fate === 'never' ? 'dead' : 'retried',
  })
  if (!known || fate === 'never') {
    house.log.error({ err: error, message: String(row.id), lane: row.lane, fate }, 'a message was not sent')
  }
  const asked = typeof known?.retryAfter === 'number' ? known.retryAfter : backoff(row.attempts)
  await house.store.prisma.$transaction(async (db) => {
    await db.outboxMessage.updateMany({
      where: { id: row.id, status: 'sending' },
      data: outcome(house, error, fate, fate === 'later' ? asked : 0),
    })
    if (fate !== 'later' && place && !isOutOfReach(known))
      await db.place.deleteMany({ where: { key: place.key } })
    const said = known?.fault || fate !== 'never' ? known : unexplained
    if (said?.fault && isNews(row, said, asked)) await sayUndelivered(house, db, row, said, fate !== 'never')
  })
  return fate === 'never'
}

const dayMs = 86_400_000

/** A day, not each attempt, brings the same reason again: what waits long would else fill the outbox. */
const isNews = ({ error, notBefore }: OutboxMessage, { message }: DeliveryError, pause: number): boolean => {
  const before = notBefore.getTime() - pause
  return error !== message || Math.floor(before / dayMs) !== Math.floor(Date.now() / dayMs)
}

const outcome = (house: House, error: unknown, fate: Fate, pause: number) => ({
  status: fate === 'never' ? 'dead' : 'waiting',
  error: error instanceof Error ? error.message : String(error),
  leaseUntil: null,
  notBefore: new Date(Date.now() + pause),
  settledAt: fate === 'never' ? house.clock.now() : null,
  ...(error instanceof DeliveryError && error.unsent ? { attempts: { decrement: 1 } } : {}),
})
