/** Telling: from "whom" to rows of the outbox, written in the transaction of the work itself. */

import type { Place } from '../../generated/prisma/client.js'
import { type Address, laneOf, type PlatformName, type Target } from '../../kit/address.js'
import type { Card } from '../../kit/card.js'
import type { Db, Prisma } from '../../kit/store.js'
import { isLanguage, type Language } from '../../kit/translate.js'
import type { Viewer, ViewRef } from '../../kit/view.js'

export interface Origin {
  /** Other transactions run beside this one: on a server, not on the embedded store. */
  concurrent: boolean
  /** How much later a message of the clock leaves, in milliseconds. */
  laterMs(to: Address): number
  platform: PlatformName | 'clock'
  organisation: string
  at: Date
  cause: string
  defaults: { language: Language; zone: string }
}

/** One destination with who looks at it. */
export interface Destination {
  to: Address
  viewer: Viewer
  campaign: number | null
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

type Reader = { id: string; language: string; zone: string; organisation: string }
const viewerOf = (person: Reader): Viewer => ({
  person: person.id,
  language: isLanguage(person.language) ? person.language : 'en',
  zone: person.zone,
  organisation: person.organisation,
})

/** Where `target` is reached now: nobody is reached nowhere. A person is reached on the platform the work came from, else on their first. */
export const destinationsOf = async (db: Db, target: Target, origin: Origin): Promise<Destination[]> => {
  if ('person' in target) return toPerson(db, target.person, origin)
  if ('campaign' in target) return toCampaign(db, target.campaign)
  const { organisation, defaults } = origin
  return [{ to: target, viewer: { person: null, ...defaults, organisation }, campaign: null }]
}

const toPerson = async (db: Db, id: string, origin: Origin): Promise<Destination[]> => {
  const person = await db.person.findUnique({
    where: { id, active: true },
    include: { accounts: { orderBy: { platform: 'asc' } } },
  })
  const live = person?.accounts.filter(({ profile }) => !(profile as { left?: boolean } | null)?.left)
  const account = live?.find((one) => one.platform === origin.platform) ?? live?.[0]
  if (!person || !account) return []
  const to = { platform: account.platform as PlatformName, account: account.account }
  return [{ to, viewer: viewerOf(person), campaign: null }]
}

const toCampaign = async (db: Db, id: number): Promise<Destination[]> => {
  const campaign = await db.campaign.findUnique({ where: { id }, include: { channels: true } })
  if (!campaign) return []
  const language = isLanguage(campaign.language) ? campaign.language : 'en'
  const viewer = { person: null, language, zone: campaign.zone, organisation: campaign.organisation }
  return campaign.channels.map(({ platform, channel }) => ({
    to: { platform: platform as PlatformName, channel },
    viewer,
    campaign: id,
  }))
}

/** Puts one message into the outbox. */
export const post = async (db: Db, { to, viewer, campaign }: Destination, letter: Letter, origin: Origin) => {
  const lane = laneOf(to)
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
      thread: letter.thread === null ? null : `${letter.thread}@${lane}`,
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
