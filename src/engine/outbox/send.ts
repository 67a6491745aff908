/** Sends one drawn message: posts it anew, or edits what stands at its place. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Address } from '../../kit/address.js'
import type { Card } from '../../kit/card.js'
import { DeliveryError } from '../../kit/errors.js'
import { isAnswerWord, personalWord, refusalWord } from '../../kit/event.js'
import { hashOf } from '../../kit/hash.js'
import type { Platform, Post } from '../../kit/platform.js'
import type { Viewer } from '../../kit/view.js'
import type { House } from '../house.js'
import type { Claimed } from './draw.js'
import type { Sent } from './settle.js'

/** A start without the settings of a platform must not cost what waits for it. */
const unconnectedMs = 5 * 60_000

/** @throws DeliveryError */
export const send = async (house: House, claimed: Claimed, card: Card | null): Promise<Sent> => {
  const platform = house.platforms.get((claimed.row.to as unknown as Address).platform)
  if (!platform) throw new DeliveryError('this platform is not connected', unconnectedMs, { unsent: true })
  // Left out where messages are scarce, unless it stands already.
  const spared = claimed.row.courtesy && !claimed.place && platform.thrifty?.() === true
  const sent: Sent =
    card && !spared
      ? await deliver(platform, claimed, card)
      : { outcome: 'dropped', message: null, alive: false }
  house.metrics.sent.inc({ platform: platform.name, outcome: sent.outcome })
  return sent
}

const postOf = ({ row, thread }: Claimed, card: Card): Post => ({
  to: { ...(row.to as unknown as Address), ...(thread === null ? {} : { thread }) },
  ...(row.only ? { only: row.only } : {}),
  card,
  language: (row.viewer as unknown as Viewer).language,
  alive: row.place !== null,
  ...(isAnswerWord(row.because) && row.cause !== null ? { answers: row.cause } : {}),
  ...(row.because === refusalWord || row.because === personalWord ? { privately: row.because } : {}),
  marker: markerOf(row),
  since: row.createdAt,
})

/** Numbers begin anew with a new store, whose messages stand in the same channels as those of the old one. */
const markerOf = ({ id, createdAt }: OutboxMessage): string => `ob-${id}-${createdAt.getTime().toString(36)}`

/** An attempt of unknown outcome is looked for before it is repeated. */
const deliver = async (platform: Platform, claimed: Claimed, card: Card): Promise<Sent> => {
  const { row, place } = claimed
  const post = postOf(claimed, card)
  const again = row.attempts > 1
  if (place && row.mode !== 'post') {
    // After an attempt of unknown outcome nobody knows what the message shows: it is edited again.
    const sent = { message: place.message, alive: true }
    if (!again && place.drawn === hashOf(card)) return { outcome: 'unchanged', ...sent }
    await platform.edit(post, place.message)
    return { outcome: 'edited', ...sent }
  }
  const arrived = again ? await platform.find(post) : null
  // What arrived then may show an older state.
  if (arrived) await platform.edit(post, arrived)
  const message = arrived ?? (await platform.post(post))
  return { outcome: 'posted', message, alive: platform.editable(post, message) }
}
