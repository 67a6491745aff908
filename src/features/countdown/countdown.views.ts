/** What countdown cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { formatId } from '../../kit/ids.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View } from '../../kit/view.js'
import { byDate, type Campaign, campaignById } from '../campaign/index.js'
import { peopleByIds, personById } from '../people/index.js'
import { openTasksFor, tasksOf } from '../task/index.js'
import {
  type CountdownState,
  countdownCard,
  type MovedState,
  movedCard,
  type OwnState,
  ownCard,
} from './countdown.cards.js'
import { fixedIn, milestonesOf } from './countdown.repo.js'

type Args = Record<string, string>

const load = async ({ db, at }: Reading, args: Args): Promise<CountdownState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  const milestones = await milestonesOf(db, campaign.id)
  const people = await peopleByIds(
    db,
    milestones.flatMap(({ doneById }) => doneById ?? []),
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const today = localDate(at, campaign.zone)
  return { campaign, today, milestones, names, fixed: await fixedNames({ db }, campaign) }
}

/** What stays, by the names people know it by; what is no longer there is left out. */
const fixedNames = async ({ db }: Pick<Reading, 'db'>, campaign: Campaign): Promise<string[]> => {
  const fixed = await fixedIn(db, campaign.id)
  if (fixed.size === 0) return []
  const tasks = (await tasksOf(db, campaign.id)).filter(({ id }) => fixed.has(`task:${id}`))
  const phases = byDate(campaign.phases).filter(({ key }) => fixed.has(`phase:${key}`))
  return [...phases.map(({ label }) => label), ...tasks.map(({ number }) => formatId('M', number))]
}

/** The launch as the news gives it; when it has moved again since, the news is none. */
const current = async ({ db }: Reading, args: Args): Promise<Campaign | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  return campaign?.launchOn === args.launch ? campaign : null
}

const loadMoved = async (store: Reading, args: Args): Promise<MovedState | null> => {
  const campaign = await current(store, args)
  const by = args.by ?? ''
  const person = campaign && (await personById(store.db, by))
  return (
    campaign && { campaign, before: args.before ?? '', by: person?.name ?? by, tasks: Number(args.tasks) }
  )
}

const loadOwn = async (store: Reading, args: Args): Promise<OwnState | null> => {
  const { person = '' } = args
  const campaign = await current(store, args)
  if (!campaign) return null
  const open = await openTasksFor(store.db, person)
  const tasks = open.filter((task) => task.campaignId === campaign.id && task.ownerId === person)
  return tasks.length === 0 ? null : { campaign, before: args.before ?? '', tasks }
}

export const views: Record<string, View> = {
  'countdown.card': defineView({ load, draw: countdownCard }),
  'countdown.moved': defineView({ load: loadMoved, draw: movedCard }),
  'countdown.own': defineView({ load: loadOwn, draw: ownCard }),
}
