/** What goal cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { kpisOf } from '../kpi/index.js'
import { peopleByIds } from '../people/index.js'
import { type GoalState, goalCard } from './goal.cards.js'
import { goalRef } from './goal.js'
import type { Names } from './goal.lines.js'
import { type Goal, goalById, goalsOf } from './goal.repo.js'
import { earlierOf, seasonsBefore } from './history.js'
import { type ListState, listCard } from './list.cards.js'

type Args = Record<string, string>

/** Names of everybody who answers for one of these goals. */
export const namesOf = async ({ db }: Pick<Reading, 'db'>, goals: readonly Goal[]): Promise<Names> => {
  const people = await peopleByIds(
    db,
    goals.map(({ ownerId }) => ownerId),
  )
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

const loadGoal = async (store: Reading, { goal: id, due, on }: Args): Promise<GoalState | null> => {
  const goal = await goalById(store.db, Number(id))
  const campaign = goal && (await campaignById(store.db, goal.campaignId))
  if (!goal || !campaign) return null
  const kpis = await kpisOf(store.db, campaign.id)
  return {
    ...{ goal, campaign, names: await namesOf(store, [goal]) },
    ...{ kpi: kpis.find((kpi) => kpi.id === goal.kpiId) ?? null, kpis: kpis.length },
    earlier: await earlierOf(store.db, campaign, goal),
    // The card stands for long: what was unusual about an earlier date is not said of a later one.
    due: goal.dueOn === on && (due === 'past' || due === 'late') ? due : null,
  }
}

const loadList = async (store: Reading, { campaign: id }: Args): Promise<ListState | null> => {
  const campaign = await campaignById(store.db, Number(id))
  const goals = campaign ? await goalsOf(store.db, campaign.id) : []
  if (!campaign) return null
  const seasons = await seasonsBefore(store.db, campaign)
  return { campaign, goals, names: await namesOf(store, goals), seasons }
}

export const views: Record<string, View> = {
  'goal.card': defineView({ load: loadGoal, draw: goalCard }),
  'goal.list': defineView({ load: loadList, draw: listCard }),
}

/** The living card of a goal; `due` warns of the date it was just given. */
export const goalView = (
  { id, dueOn }: Pick<Goal, 'id' | 'dueOn'>,
  due: GoalState['due'] = null,
): ViewRef & { subjects: string[] } => ({
  view: 'goal.card',
  args: { goal: String(id), ...(due && { due, on: dueOn }) },
  subjects: [`goal:${id}`],
})

export const listView = (campaign: number): ViewRef & { subjects: string[] } => ({
  view: 'goal.list',
  args: { campaign: String(campaign) },
  subjects: [`campaign:${campaign}`],
})

/** Where the card of a goal stands before its owner. */
export const placeOf = ({ id }: Pick<Goal, 'id'>): string => `goal:${goalRef(id)}`
