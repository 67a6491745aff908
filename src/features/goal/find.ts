/** From `G-1`, or the metric it is called by, to the goal with its campaign. */
import { button } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { parseId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignById, findCampaign } from '../campaign/index.js'
import { type Goal, goalById, goalsOf } from './goal.repo.js'

/** Who presses or types; the clock never changes a goal. */
export const acting = (ctx: Context): Actor => {
  if (!ctx.actor) throw new Error('a change of a goal needs somebody')
  return ctx.actor
}

export interface Found {
  goal: Goal
  campaign: Campaign
}

/** The only goal of the campaign spoken of here that is called so. */
const goalCalled = async (ctx: Context, text: string): Promise<Goal | null> => {
  const campaign = await findCampaign(ctx).catch((error: unknown) => {
    if (error instanceof UserError) return null
    throw error
  })
  const name = (metric: string) => metric.normalize('NFKC').trim().toLowerCase()
  const goals = campaign ? await goalsOf(ctx.db, campaign.id) : []
  const [one, other] = goals.filter(({ metric }) => name(metric) === name(text))
  return other ? null : (one ?? null)
}

/** @throws UserError (field `goal`) when there is no such goal. */
export const findGoal = async (ctx: Context, text: string): Promise<Found> => {
  const id = parseId(text)
  const goal = id?.prefix === 'G' ? await goalById(ctx.db, id.number) : await goalCalled(ctx, text)
  const campaign = goal && (await campaignById(ctx.db, goal.campaignId))
  if (goal && campaign) return { goal, campaign }
  const buttons = [button(ctx.t('goal.open.list'), 'goals')]
  throw new UserError('goal.error.unknown', { given: cut(text, 60) }, { field: 'goal', buttons })
}
