/** Sends one drawn message: posts it anew, or edits what stands at its place. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Address } from '../../kit/address.js'
import type { Card } from '../../kit/card.js'
import { DeliveryError } from '../../kit/errors.js'
import type { Platform, Post } from '../../kit/platform.js'
import type { House } from '../house.js'
import { type Claimed, hashOf } from './draw.js'
import type { Sent } from './settle.js'

/** @throws DeliveryError */
export const send = async (house: House, claimed: Claimed, card: Card | null): Promise<Sent> => {
  const platform = house.platforms.get((claimed.row.to as unknown as Address).platform)
  if (!platform) throw new DeliveryError('this platform is not connected', 'never')
  const sent: Sent = card ? await deliver(platform, claimed, card) : { outcome: 'dropped', message: null }
  house.metrics.sent.inc({ platform: platform.name, outcome: sent.outcome })
  return sent
}

const postOf = (row: OutboxMessage, card: Card): Post => ({
  to: row.to as unknown as Address,
  ...(row.only ? { only: row.only } : {}),
  card,
  marker: `ob-${row.id}`,
})

/** An attempt of unknown outcome is looked for before it is repeated. */
const deliver = async (platform: Platform, { row, place }: Claimed, card: Card): Promise<Sent> => {
  const post = postOf(row, card)
  const again = row.attempts > 1
  if (place && row.mode !== 'post') {
    // After an attempt of unknown outcome nobody knows what the message shows: it is edited again.
    if (again || place.drawn !== hashOf(card)) await platform.edit(post, place.message)
    else return { outcome: 'unchanged', message: place.message }
    return { outcome: 'edited', message: place.message }
  }
  const arrived = again ? await platform.find(post) : null
  // What arrived then may show an older state.
  if (arrived) await platform.edit(post, arrived)
  return { outcome: 'posted', message: arrived ?? (await platform.post(post)) }
}
