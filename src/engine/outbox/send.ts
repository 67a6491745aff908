/** Sends one claimed message: draws it, posts or edits, remembers what stands where, and settles the row. */
import type { OutboxMessage, Place } from '../../generated/prisma/client.js'
import type { Address } from '../../kit/address.js'
import type { Card } from '../../kit/card.js'
import { DeliveryError } from '../../kit/errors.js'
import type { Platform, Post } from '../../kit/platform.js'
import type { Prisma } from '../../kit/store.js'
import type { House } from '../house.js'
import { drawMessage, hashOf } from './draw.js'
import { retryOrBury } from './failed.js'
import { mergeRedraws } from './lanes.js'

type Sent = { outcome: 'posted' | 'edited' | 'unchanged' | 'dropped'; message: string | null }

/** @returns whether the lane may go on at once (false: its first message has to wait). */
export const send = async (house: House, row: OutboxMessage): Promise<boolean> => {
  try {
    const platform = house.platforms.get((row.to as unknown as Address).platform)
    if (!platform) throw new DeliveryError('this platform is not connected', 'never')
    await mergeRedraws(house.store, row)
    const place = row.place ? await house.store.prisma.place.findUnique({ where: { key: row.place } }) : null
    const standing = place !== null && row.mode !== 'post'
    const card = row.mode === 'redraw' && !place ? null : await drawMessage(house, row, standing)
    const sent = card
      ? await deliver(platform, row, place, card)
      : ({ outcome: 'dropped', message: null } as const)
    await settle(house, row, sent, card)
    house.metrics.sent.inc({ platform: platform.name, outcome: sent.outcome })
    return true
  } catch (error) {
    return retryOrBury(house, row, error)
  }
}

const postOf = (row: OutboxMessage, card: Card): Post => ({
  to: row.to as unknown as Address,
  ...(row.only ? { only: row.only } : {}),
  card,
  marker: `ob-${row.id}`,
})

/** Posts anew, or edits what stands at the place; an attempt of unknown outcome is looked for before it is repeated. */
const deliver = async (
  platform: Platform,
  row: OutboxMessage,
  place: Place | null,
  card: Card,
): Promise<Sent> => {
  const post = postOf(row, card)
  if (place && row.mode !== 'post') {
    if (place.drawn === hashOf(card)) return { outcome: 'unchanged', message: place.message }
    await platform.edit(post, place.message)
    return { outcome: 'edited', message: place.message }
  }
  const arrived = row.attempts > 1 ? await platform.find(post) : null
  return { outcome: 'posted', message: arrived ?? (await platform.post(post)) }
}

const settle = async (house: House, row: OutboxMessage, sent: Sent, card: Card | null): Promise<void> => {
  await house.store.prisma.$transaction(async (db) => {
    const status = sent.outcome === 'dropped' ? 'dropped' : 'sent'
    const data = {
      status,
      message: sent.message,
      error: null,
      leaseUntil: null,
      settledAt: house.clock.now(),
    }
    await db.outboxMessage.update({ where: { id: row.id }, data })
    // A card that has nothing more to say stays as it was and is not drawn again.
    if (row.place && !card) await db.place.deleteMany({ where: { key: row.place } })
    if (!row.place || !row.view || !card || !sent.message || sent.outcome === 'unchanged') return
    const stands = {
      ...placeOf(row),
      message: sent.message,
      drawn: hashOf(card),
      updatedAt: house.clock.now(),
    }
    await db.place.upsert({
      where: { key: row.place },
      create: { key: row.place, ...stands },
      update: stands,
    })
  })
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
