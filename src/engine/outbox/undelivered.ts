/** Tells the features of a message that its platform refused, so that somebody who can help hears of it. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Address } from '../../kit/address.js'
import type { DeliveryError } from '../../kit/errors.js'
import { undeliveredWord } from '../../kit/event.js'
import type { Db } from '../../kit/store.js'
import type { Viewer } from '../../kit/view.js'
import type { House } from '../house.js'
import { contextOf } from '../work/context.js'

/** A person who left, or a message that somebody deleted, is nobody's fault. */
const quiet: readonly string[] = ['personGone', 'messageGone']

export const sayUndelivered = async (
  house: House,
  db: Db,
  row: OutboxMessage,
  { fault, detail }: DeliveryError,
  waits: boolean,
): Promise<void> => {
  if (!fault || quiet.includes(fault) || row.because === undeliveredWord) return
  const ctx = contextOf(house, db, {
    at: house.clock.now(),
    actor: null,
    organisation: (row.viewer as unknown as Viewer).organisation ?? '',
    platform: 'clock',
    place: null,
    cause: `outbox:${row.id}`,
    t: house.translator(house.defaults.language),
  })
  const to = row.to as unknown as Address
  await ctx.emit('message.undelivered', { to, campaign: row.campaignId, fault, detail, waits })
}
