/** What happens to a message that could not be sent: later, or never – and then somebody hears of it. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import { DeliveryError } from '../../kit/errors.js'
import type { House } from '../house.js'

/** About a day of trying: 1 s, 2 s, 4 s … at most 15 minutes apart. */
const maxAttempts = 100
const firstPauseMs = 1000
const longestPauseMs = 15 * 60_000

/** Doubles with each attempt, with up to a quarter of jitter so that lanes do not come back together. */
const backoff = (attempts: number): number => {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts - 1, 20))
  return pause * (1 + Math.random() / 4)
}

/**
 * Puts the message back with a pause that holds its lane, or buries it.
 * @returns whether the lane goes on.
 */
export const retryOrBury = async (house: House, row: OutboxMessage, error: unknown): Promise<boolean> => {
  const known = error instanceof DeliveryError
  const dead = (known && error.retryAfter === 'never') || row.attempts >= maxAttempts
  const platform = row.lane.split(':', 1)[0] ?? ''
  house.metrics.sent.inc({ platform, outcome: dead ? 'dead' : 'retried' })
  const pause = known && typeof error.retryAfter === 'number' ? error.retryAfter : backoff(row.attempts)
  if (!known || dead)
    house.log.error({ err: error, message: String(row.id), lane: row.lane, dead }, 'a message was not sent')
  await house.store.prisma.outboxMessage.update({
    where: { id: row.id },
    data: {
      status: dead ? 'dead' : 'waiting',
      error: error instanceof Error ? error.message : String(error),
      leaseUntil: null,
      notBefore: new Date(Date.now() + pause),
      settledAt: dead ? house.clock.now() : null,
    },
  })
  return dead
}
