/** `goal add`: a goal with number, unit, owner and due date, or what it lacks of being SMART (F6, F7, F10). */
import { z } from 'zod'
import { choice, day, long, someone, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { localDate } from '../../../kit/time.js'
import { type Campaign, findCampaign } from '../../campaign/index.js'
import { mayChange, recordedShort, refresh, wordsOf } from '../change.js'
import { type Draft, draftFrom } from '../draft.js'
import { acting } from '../find.js'
import { dueWarning, goalTypes, mostGoals } from '../goal.js'
import { addGoal, type Goal, goalsIn } from '../goal.repo.js'
import { goalView } from '../goal.views.js'
import { tellOwner } from '../inform.js'
import { kpiFor, peakFor } from '../link.js'

const args = z.object({
  // The seven columns of 003-T1, in their order.
  type: choice(goalTypes),
  strategy: word().optional(),
  metric: word(500).optional(),
  target: word(100).optional(),
  owner: someone().optional(),
  due: day().optional(),
  remarks: long(2000).optional(),
  unit: word(20).optional(),
  baseline: word(100).optional(),
  growth: word(40).optional(),
  campaign: word().optional(),
})
type Args = z.output<typeof args>

export const goalAdd = defineCommand({
  name: 'goal-add',
  args,
  may: 'goals',
  async run(ctx, given) {
    const campaign = await findCampaign(ctx, given.campaign, { command: 'goal-add', args: asTyped(given) })
    mayChange(ctx, campaign)
    await mayBeOneMore(ctx, campaign.id)
    const metric = given.metric ?? wordsOf(ctx, campaign).named('goal.usual', given.type)
    const draft = await draftFrom(ctx, campaign, { ...given, metric })
    const goal = await add(ctx, campaign, { ...given, metric }, draft)
    await tellOwner(ctx, goal)
    return goalView(goal, dueWarning(goal.dueOn, campaign, localDate(ctx.at, campaign.zone)))
  },
})

/** What a button can carry: with more than that the form asks again. */
const asTyped = ({ campaign: _, ...given }: Args): Record<string, string> => {
  const typed = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const { type } = given
  return typed.reduce((length, [, value]) => length + value.length, 0) > 500
    ? { type }
    : Object.fromEntries(typed)
}

const mayBeOneMore = async (ctx: Context, campaignId: number): Promise<void> => {
  const { length } = await goalsIn(ctx.db, [campaignId])
  if (length >= mostGoals) throw new UserError('goal.error.many', { max: mostGoals })
}

const add = async (
  ctx: Context,
  campaign: Campaign,
  { type, strategy, metric, remarks }: Args & { metric: string },
  { owner, ...draft }: Draft,
): Promise<Goal> => {
  const measured = { metric, ...draft }
  const goal = await addGoal(ctx.db, {
    ...{ campaignId: campaign.id, type, strategy: strategy ?? null, remarks: remarks ?? null, ...measured },
    ...{ ownerId: owner.id, createdById: acting(ctx).id, createdAt: ctx.at },
    ...(await peakFor(ctx.db, campaign, measured)),
    ...(await kpiFor(ctx.db, campaign.id, measured)),
  })
  const after = recordedShort(goal)
  await ctx.record({ action: 'goal.add', subject: `goal:${goal.id}`, campaign: campaign.id, after })
  await refresh(ctx, campaign, goal)
  return goal
}
