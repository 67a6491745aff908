/** What the work breakdown shows, read from the store each time it is sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { goalsOf } from '../goal/index.js'
import { peopleByIds } from '../people/index.js'
import { strategiesOf, uncovered } from '../strategy/index.js'
import { tasksOf } from '../task/index.js'
import { type BreakdownState, breakdownCard } from './breakdown.cards.js'
import { branchesOf } from './breakdown.js'

type Args = Record<string, string>

const load = async ({ db, at }: Reading, args: Args): Promise<BreakdownState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  const tree = await strategiesOf(db, campaign.id)
  const tasks = (await tasksOf(db, campaign.id)).filter(({ status }) => status !== 'cancelled')
  const people = await peopleByIds(
    db,
    tasks.map(({ ownerId }) => ownerId),
  )
  const today = localDate(at, campaign.zone)
  const all = branchesOf(tree, tasks, today)
  const texts = (await goalsOf(db, campaign.id)).flatMap(({ strategy }) => strategy ?? [])
  const only = args.strategy === undefined ? null : Number(args.strategy)
  return {
    campaign,
    today,
    branches: only === null ? all : all.filter(({ strategy }) => strategy?.id === only),
    names: new Map(people.map(({ id, name }) => [id, name])),
    wishes: only === null ? uncovered(tree, texts) : [],
  }
}

export const views: Record<string, View> = {
  'breakdown.tree': defineView({ load, draw: breakdownCard }),
}

/** A living card of the strategies of a campaign, or of one of them. */
export const treeView = (campaign: number, strategy?: number): ViewRef & { subjects: string[] } => ({
  view: 'breakdown.tree',
  args: { campaign: String(campaign), ...(strategy !== undefined && { strategy: String(strategy) }) },
  subjects: [`campaign:${campaign}`],
})
