/** What happens to a message that could not be sent: later, or never. */
import { DeliveryError } from '../../kit/errors.js'
import type { House } from '../house.js'
import type { Claimed } from './draw.js'

/** About a day of trying: 1 s, 2 s, 4 s … at most 15 minutes apart. */
const maxAttempts = 100
/** A card that cannot be drawn is a fault of ours: it will not heal in a day, and its lane waits behind it. */
const maxFaults = 5
const firstPauseMs = 1000
const longestPauseMs = 15 * 60_000

/** Doubles with each attempt, with up to a quarter of jitter so that lanes do not come back together. */
const backoff = (attempts: number): number => {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts - 1, 20))
  return pause * (1 + Math.random() / 4)
}

type Fate = 'later' | 'anew' | 'never'

/** A message that cannot be edited any more is told anew if it was to be told, and forgotten if only redrawn. */
const fateOf = ({ row, place }: Claimed, error: unknown): Fate => {
  const final = error instanceof DeliveryError && error.retryAfter === 'never'
  if (final) return place && row.mode === 'replace' ? 'anew' : 'never'
  return row.attempts >= (error instanceof DeliveryError ? maxAttempts : maxFaults) ? 'never' : 'later'
}

/**
 * Puts the message back with a pause that holds its lane, or buries it.
 * @returns whether the lane goes on.
 */
export const retryOrBury = async (house: House, claimed: Claimed, error: unknown): Promise<boolean> => {
  const { row, place } = claimed
  const fate = fateOf(claimed, error)
  const known = error instanceof DeliveryError
  house.metrics.sent.inc({
    platform: row.lane.split(':', 1)[0] ?? '',
    outcome: fate === 'never' ? 'dead' : 'retried',
  })
  if (!known || fate === 'never') {
    house.log.error({ err: error, message: String(row.id), lane: row.lane, fate }, 'a message was not sent')
  }
  const asked = known && typeof error.retryAfter === 'number' ? error.retryAfter : backoff(row.attempts)
  await house.store.prisma.$transaction([
    house.store.prisma.outboxMessage.updateMany({
      where: { id: row.id, status: 'sending' },
      data: outcome(house, error, fate, fate === 'later' ? asked : 0),
    }),
    // Nothing can be done any more with the message that stood there.
    house.store.prisma.place.deleteMany({ where: { key: fate === 'later' ? '' : (place?.key ?? '') } }),
  ])
  return fate === 'never'
}

const outcome = (house: House, error: unknown, fate: Fate, pause: number) => ({
  status: fate === 'never' ? 'dead' : 'waiting',
  error: error instanceof Error ? error.message : String(error),
  leaseUntil: null,
  notBefore: new Date(Date.now() + pause),
  settledAt: fate === 'never' ? house.clock.now() : null,
})
