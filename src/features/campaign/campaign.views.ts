/** What campaign cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { calendarOf } from '../calendar/index.js'
import { peopleByIds, personAt } from '../people/index.js'
import { templateUsed } from '../template/index.js'
import { type CampaignState, campaignCard, type Names } from './campaign.cards.js'
import { campaignRef } from './campaign.js'
import { type Campaign, campaignById } from './campaign.repo.js'
import { createdCard } from './created.cards.js'
import { cancelledCard } from './news.cards.js'
import { planCard } from './plan.cards.js'
import { type UndeliveredState, undeliveredCard } from './undelivered.cards.js'
import { isMendable } from './undelivered.js'

/** Names of everybody these campaigns speak of. */
export const namesOf = async (db: Db, campaigns: readonly Campaign[]): Promise<Names> => {
  const ids = campaigns.flatMap(({ ownerId, roles }) => [ownerId, ...roles.map(({ personId }) => personId)])
  return Object.fromEntries((await peopleByIds(db, ids)).map(({ id, name }) => [id, name]))
}

const load = async (store: Reading, args: Record<string, string>): Promise<CampaignState | null> => {
  const campaign = await campaignById(store.db, Number(args.campaign))
  if (!campaign) return null
  const names = await namesOf(store.db, [campaign])
  const today = localDate(store.at, campaign.zone)
  return { campaign, today, names, facts: await store.facts(campaign.id) }
}

const loadCreated = async (store: Reading, args: Record<string, string>) => {
  const state = await load(store, args)
  if (!state) return null
  const standIns = (args.standIns ?? '').split(',').filter((role) => role !== '')
  const calendar = await calendarOf(store.db, state.campaign.organisation)
  return { ...state, standIns, calendar, template: await templateUsed(store.db, state.campaign) }
}

const loadCancelled = async (store: Reading, args: Record<string, string>) => {
  const campaign = await campaignById(store.db, Number(args.campaign))
  const [person] = await peopleByIds(store.db, [args.by ?? ''])
  return campaign && { campaign, by: person?.name ?? '', reason: args.reason ?? '' }
}

const loadUndelivered = async (
  { db }: Reading,
  args: Record<string, string>,
): Promise<UndeliveredState | null> => {
  const { platform = '', channel = null, account = '', fault = '', detail = '', waits } = args
  if (!isMendable(fault)) return null
  const campaign = args.campaign === undefined ? null : await campaignById(db, Number(args.campaign))
  const person = channel === null ? await personAt(db, platform, account) : null
  return { campaign, channel, person: person?.name ?? account, fault, detail, waits: waits === 'true' }
}

export const views: Record<string, View> = {
  'campaign.card': defineView({ load, draw: campaignCard }),
  'campaign.created': defineView({ load: loadCreated, draw: createdCard }),
  'campaign.plan': defineView({ load, draw: planCard }),
  'campaign.cancelled': defineView({ load: loadCancelled, draw: cancelledCard }),
  'campaign.undelivered': defineView({ load: loadUndelivered, draw: undeliveredCard }),
}

/** The living card of a campaign, for whoever asks or for its channels. */
export const campaignView = ({ id }: Pick<Campaign, 'id'>): ViewRef & { subjects: string[] } => ({
  view: 'campaign.card',
  args: { campaign: String(id) },
  subjects: [`campaign:${id}`],
})

/** The campaign plan, for whoever asks; it stays alive. */
export const planView = ({ id }: Pick<Campaign, 'id'>): ViewRef & { subjects: string[] } => ({
  view: 'campaign.plan',
  args: { campaign: String(id) },
  subjects: [`campaign:${id}`],
})

/** Where the card of a campaign stands in each of its channels. */
export const placeOf = ({ id }: Pick<Campaign, 'id'>): string => `campaign:${campaignRef(id)}`
