/** The goals of a regional copy: those of its model, on its own days, answered for by its own owner. */
import type { Context } from '../../kit/context.js'
import { addDays, daysBetween } from '../../kit/time.js'
import type { Campaign } from '../campaign/index.js'
import { refresh } from './change.js'
import { acting } from './find.js'
import { addGoal, type Goal, goalsOf, saveSplit } from './goal.repo.js'
import { kpiFor } from './link.js'
import type { Part } from './split.js'

/** Copies numbers and parts; what was reached in earlier years is the model's own. @returns how many there are */
export const copyGoals = async (ctx: Context, from: Campaign, to: Campaign): Promise<number> => {
  const goals = await goalsOf(ctx.db, from.id)
  if (goals.length === 0) return 0
  const copies: Goal[] = []
  for (const goal of goals) copies.push(await copied(ctx, goal, from, to))
  const after = { from: from.id, count: copies.length }
  await ctx.record({ action: 'goal.copied', subject: `campaign:${to.id}`, campaign: to.id, after })
  await refresh(ctx, to, ...copies)
  return copies.length
}

const copied = async (ctx: Context, goal: Goal, from: Campaign, to: Campaign): Promise<Goal> => {
  const { type, strategy, metric, target, kind, unit, compare, remarks, rank } = goal
  const { baseline, baselineKind, baselineUnit, growth } = goal
  const { kpiId, ownsKpi } = await kpiFor(ctx.db, to.id, goal)
  const copy = await addGoal(ctx.db, {
    ...{ campaignId: to.id, type, strategy, metric, target, kind, unit, compare, remarks, rank },
    ...{ baseline, baselineKind, baselineUnit, growth, ownerId: to.ownerId },
    ...{ kpiId, ownsKpi: ownsKpi || (goal.ownsKpi && kpiId !== null) },
    ...{ dueOn: addDays(goal.dueOn, daysBetween(from.launchOn, to.launchOn)) },
    ...{ createdById: acting(ctx).id, createdAt: ctx.at },
  })
  for (const { axis, parts, reason } of goal.splits)
    await saveSplit(ctx.db, copy.id, axis, parts as unknown as Part[], reason)
  return copy
}
