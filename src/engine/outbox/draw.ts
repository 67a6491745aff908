/** Draws what a message shows from the store as it is now. */
import { createHash } from 'node:crypto'
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { Card } from '../../kit/card.js'
import type { View, Viewer, ViewRef } from '../../kit/view.js'
import type { House } from '../house.js'
import { readingOf } from '../work/context.js'

/** The card, or null when there is nothing to say any more. */
export const drawMessage = async (
  house: House,
  row: OutboxMessage,
  standing: boolean,
): Promise<Card | null> => {
  if (row.card) return row.card as unknown as Card
  return drawView(house, row.view as unknown as ViewRef, row.viewer as unknown as Viewer, standing)
}

/** Reads the state of a view in one transaction, so that the card shows one moment. @throws Error for an unknown view */
const drawView = async (
  house: House,
  ref: ViewRef,
  viewer: Viewer,
  standing: boolean,
): Promise<Card | null> => {
  const view = house.registry.views.get(ref.view) as View<unknown> | undefined
  if (!view) throw new Error(`no view is called ${ref.view}`)
  const at = house.clock.now()
  const state = await house.store.prisma.$transaction((db) =>
    view.load({ ...readingOf(house, db, at), standing }, ref.args),
  )
  return state === null ? null : view.draw(state)(house.translator(viewer.language), viewer)
}

/** Tells two drawings of a card apart. */
export const hashOf = (card: Card): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url')
