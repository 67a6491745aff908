/** Telling: from what is said, and where, to rows of the outbox, written in the transaction of the work itself. */

import type { Place } from '../../generated/prisma/client.js'
import { type Address, laneOf, type PlatformName } from '../../kit/address.js'
import type { Card } from '../../kit/card.js'
import { isAnswerWord } from '../../kit/event.js'
import type { Db, Prisma } from '../../kit/store.js'
import type { Language } from '../../kit/translate.js'
import type { ViewRef } from '../../kit/view.js'
import type { Destination } from './reach.js'

export interface Origin {
  /** Other transactions run beside this one: on a server, not on the embedded store. */
  concurrent: boolean
  /** How much later a message of the clock leaves, in milliseconds. */
  laterMs(to: Address): number
  /** Answers there do not wait for news, nor news for answers. */
  apart(to: Address): boolean
  platform: PlatformName | 'clock'
  organisation: string
  at: Date
  cause: string
  defaults: { language: Language; zone: string }
}

/** A message as the outbox takes it. */
export interface Letter {
  show: ViewRef | Card
  mode: 'post' | 'replace' | 'redraw'
  place: string | null
  subjects: readonly string[]
  /** The place in whose thread it is said. */
  thread: string | null
  because: string
  only?: string
  courtesy?: boolean
}

/** Puts one message into the outbox. */
export const post = async (db: Db, { to, viewer, campaign }: Destination, letter: Letter, origin: Origin) => {
  const news = laneOf(to)
  const lane = isAnswerWord(letter.because) && origin.apart(to) ? `${news}/answer` : news
  await waitForOthers(db, letter.subjects, origin)
  await db.outboxMessage.create({
    data: {
      lane,
      to: to as unknown as Prisma.InputJsonValue,
      only: letter.only ?? null,
      viewer: viewer as unknown as Prisma.InputJsonValue,
      mode: letter.mode,
      place: letter.place === null ? null : `${letter.place}@${lane}${letter.only ? `:${letter.only}` : ''}`,
      subjects: [...letter.subjects],
      thread: letter.thread === null ? null : `${letter.thread}@${news}`,
      ...('view' in letter.show
        ? { view: { view: letter.show.view, args: letter.show.args } }
        : { card: asJson(letter.show) }),
      because: letter.because,
      courtesy: letter.courtesy ?? false,
      campaignId: campaign,
      cause: origin.cause,
      notBefore: new Date(Date.now() + origin.laterMs(to)),
      createdAt: origin.at,
    },
  })
}

const asJson = (card: Card) => card as unknown as Prisma.InputJsonValue

/**
 * Telling of a subject and changing it wait for one another until they commit; else a card told meanwhile could be drawn
 * before the change and not be seen by it.
 */
const waitForOthers = async (db: Db, subjects: readonly string[], { concurrent }: Origin): Promise<void> => {
  if (!concurrent || subjects.length === 0) return
  await db.$executeRaw`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtext(subject)::bigint AS key FROM unnest(${[...subjects]}::text[]) AS subject ORDER BY key
    ) AS keys`
}

/**
 * Has every living card that shows one of `subjects` drawn again. Messages still waiting get a redraw too: they may be
 * drawn before this transaction commits. Redraws of one place are merged when they are sent.
 */
export const redraw = async (db: Db, subjects: readonly string[], origin: Origin): Promise<void> => {
  const shows = { subjects: { hasSome: [...subjects] } }
  await waitForOthers(db, subjects, origin)
  // In this order: a message that is being sent becomes a place, never the other way round.
  const waiting = await db.outboxMessage.findMany({
    where: {
      ...shows,
      status: { in: ['waiting', 'sending'] },
      mode: { not: 'redraw' },
      place: { not: null },
    },
  })
  const places = await db.place.findMany({ where: shows })
  const rows = new Map<string, Shown>(waiting.map((row) => [row.place ?? '', row]))
  for (const row of places) rows.set(row.key, row)
  await redrawPlaces(db, rows, origin)
}

type Shown = Pick<Place, 'lane' | 'to' | 'only' | 'viewer' | 'view' | 'subjects' | 'because' | 'campaignId'>

/** Has what stands at some places drawn again. */
export const redrawPlaces = async (
  db: Db,
  shown: ReadonlyMap<string, Shown>,
  { cause, at }: Pick<Origin, 'cause' | 'at'>,
): Promise<void> => {
  await db.outboxMessage.createMany({
    data: [...shown].map(([place, row]) => ({
      lane: row.lane,
      to: row.to as Prisma.InputJsonValue,
      only: row.only,
      viewer: row.viewer as Prisma.InputJsonValue,
      mode: 'redraw',
      place,
      subjects: row.subjects,
      view: (row.view ?? undefined) as Prisma.InputJsonValue,
      because: row.because,
      campaignId: row.campaignId,
      cause,
      notBefore: new Date(),
      createdAt: at,
    })),
  })
}
