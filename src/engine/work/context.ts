/** Makes the context of one piece of work inside its open transaction. */
import { type Address, laneOf, type PlatformName } from '../../kit/address.js'
import type { Actor, Context, Reading } from '../../kit/context.js'
import type { Db, Prisma } from '../../kit/store.js'
import type { Translate } from '../../kit/translate.js'
import { setSchedules, upcoming } from '../clock/schedules.js'
import { dropTimers, setTimer } from '../clock/timers.js'
import { within } from '../db/organisation.js'
import type { House } from '../house.js'
import { commandCatalogue } from '../words/help.js'
import { handOver } from './hand-over.js'
import { destinationsOf } from './reach.js'
import { type Origin, post, redraw } from './tell.js'

export interface Situation {
  at: Date
  actor: Actor | null
  /** Whose people and campaigns it may touch. */
  organisation: string
  platform: PlatformName | 'clock'
  place: Address | null
  /** The delivery or occurrence this work comes from. */
  cause: string
  t: Translate
}

/** What views and gates see of the store. */
export const readingOf = (house: House, db: Db, at: Date): Reading => {
  const reading: Reading = { db, at, facts: (campaign) => house.registry.facts(reading, campaign) }
  return reading
}

export const originOf = (house: House, { at, platform, cause, organisation }: Situation): Origin => ({
  apart: (to) => house.platforms.get(to.platform)?.answersApart === true,
  laterMs: (to) =>
    platform === 'clock' ? (house.platforms.get(to.platform)?.laterMs?.(laneOf(to)) ?? 0) : 0,
  at,
  platform,
  cause,
  organisation,
  defaults: house.defaults,
  concurrent: house.store.kind === 'server',
})

/** Everything told, recorded and changed through it belongs to the transaction of `whole`. */
export const contextOf = (house: House, whole: Db, situation: Situation): Context => {
  const { at, platform, actor, organisation } = situation
  const origin = originOf(house, situation)
  const db = within(whole, organisation)
  const ctx: Context = {
    ...readingOf(house, db, at),
    actor,
    organisation,
    platform,
    place: situation.place,
    t: situation.t,
    defaults: house.defaults,
    async tell(to, view, { replaces, subjects = [], thread, because, courtesy = false, everywhere = false }) {
      const letter = {
        show: view,
        mode: replaces ? 'replace' : 'post',
        place: replaces ?? null,
        subjects,
        thread: thread ?? null,
        because,
        courtesy,
      } as const
      for (const destination of await destinationsOf(db, to, origin, everywhere))
        await post(db, destination, letter, origin)
    },
    changed: (...subjects) => redraw(db, subjects, origin),
    async letBe(channel, campaign) {
      await whole.place.deleteMany({ where: { lane: laneOf(channel), campaignId: campaign } })
    },
    handOver: (from, to) => handOver(whole, from, to),
    record: (entry) => record(db, situation, entry),
    async lastRecord(subject) {
      const last = await db.auditEvent.findFirst({ where: { subject }, orderBy: { id: 'desc' } })
      return last && { action: last.action, actor: last.actorId }
    },
    async emit(name, news) {
      for (const reaction of house.registry.reactionsTo(name)) await reaction.run(ctx, news as never)
    },
    unmet: (stage, campaign) => house.registry.unmet(ctx, stage, campaign),
    upcoming: (limit) => upcoming(house, whole, organisation, at, limit),
    schedule: (campaign, zone, names) =>
      setSchedules(house, db, { campaign, zone, at, active: names === 'all' }),
    setTimer: (name, subject, campaign, at) => setTimer(house, whole, { name, subject, campaign, at }),
    dropTimers: (...subjects) => dropTimers(whole, subjects),
    catalogue: () => commandCatalogue(house, situation.t.language),
  }
  return ctx
}

/** Writes one line of the audit log. */
export const record = async (
  db: Db,
  situation: Situation,
  entry: Parameters<Context['record']>[0],
): Promise<void> => {
  const { at, actor, organisation, platform, cause } = situation
  await db.auditEvent.create({
    data: {
      at,
      organisation,
      actorId: actor?.id ?? null,
      platform,
      action: entry.action,
      subject: entry.subject,
      campaignId: entry.campaign ?? null,
      ...json('before', entry.before),
      ...json('after', entry.after),
      cause,
    },
  })
}

const json = (name: 'before' | 'after', value: unknown) =>
  value === undefined || value === null ? {} : { [name]: value as Prisma.InputJsonValue }
