/** Draws what messages show from the store as it is now: what is sent together is read together, each row once. */
import type { OutboxMessage, Place } from '../../generated/prisma/client.js'
import type { Address } from '../../kit/address.js'
import type { Card } from '../../kit/card.js'
import { DeliveryError } from '../../kit/errors.js'
import type { Db } from '../../kit/store.js'
import type { View, Viewer, ViewRef } from '../../kit/view.js'
import { within } from '../db/organisation.js'
import type { House } from '../house.js'
import { readingOf } from '../work/context.js'
import { remembering } from './memo.js'

/** A claimed message with what stands at its place. */
export interface Claimed {
  row: OutboxMessage
  place: Place | null
  /** The message in whose thread it is said. */
  thread: string | null
}

/** The card of each message, null where there is nothing to say any more, or why it could not be drawn. */
export type Drawing = { card: Card | null } | { error: unknown }

export interface Drawn extends Claimed {
  drawing: Drawing
}

export const drawAll = async (house: House, claimed: readonly Claimed[]): Promise<Drawing[]> => {
  try {
    return await house.store.prisma.$transaction((tx) => drawIn(house, remembering(tx), claimed))
  } catch {
    // A failed query spoils the whole transaction: alone, only the card at fault fails.
    return Promise.all(claimed.map((one) => drawAlone(house, one)))
  }
}

const drawIn = async (house: House, db: Db, claimed: readonly Claimed[]): Promise<Drawing[]> => {
  const drawings: Drawing[] = []
  for (const one of claimed) drawings.push({ card: await drawOne(house, db, one) })
  return drawings
}

const drawAlone = (house: House, one: Claimed): Promise<Drawing> =>
  house.store.prisma
    .$transaction(async (tx) => ({ card: await drawOne(house, tx, one) }))
    .catch((error: unknown) => ({ error }))

const drawOne = async (house: House, db: Db, { row, place }: Claimed): Promise<Card | null> => {
  if (row.card) return row.card as unknown as Card
  if (row.mode === 'redraw' && !place) return null
  const shown = row.mode === 'redraw' && place ? place : row
  const { view: name, args } = shown.view as unknown as ViewRef
  const viewer = shown.viewer as unknown as Viewer
  const view = house.registry.views.get(name) as View<unknown> | undefined
  if (!view) throw new DeliveryError(`no view is called ${name}`, 'never')
  if (await isSomebodyElses(db, row, viewer)) return null
  const standing = place !== null && row.mode !== 'post'
  const reading = readingOf(house, within(db, viewer.organisation ?? ''), house.clock.now())
  const state = await view.load({ ...reading, standing }, args)
  return state === null ? null : view.draw(state)(house.translator(viewer.language), viewer)
}

/** It stands before an account that belongs to somebody else by now, or to nobody: their eyes are not the viewer's. */
const isSomebodyElses = async (db: Db, { to, only }: OutboxMessage, { person }: Viewer): Promise<boolean> => {
  const { platform, account = only } = to as unknown as Address
  if (person === null || account === null) return false
  const found = await db.account.findUnique({ where: { platform_account: { platform, account } } })
  return found?.personId !== person
}
