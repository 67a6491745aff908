/** `goal rank`: another order than that of R4, kept after a press that confirms it (F9). */
import { z } from 'zod'
import { long, seen } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { Overtaken, UserError } from '../../../kit/errors.js'
import { changed, mayChange, refresh } from '../change.js'
import { findGoal } from '../find.js'
import { goalRef } from '../goal.js'
import { type Goal, goalsOf, updateGoal } from '../goal.repo.js'
import { listView } from '../goal.views.js'
import { rankCard } from '../list.cards.js'

export const goalRank = defineCommand({
  name: 'goal-rank',
  args: z.object({ order: long(2000), seen: seen() }),
  may: 'goals',
  async run(ctx, { order, seen: drawn }) {
    const refs = order.split(/[\s,，、;；>＞]+/u).filter((one) => one !== '')
    const { campaign } = await findGoal(ctx, refs[0] ?? order)
    mayChange(ctx, campaign)
    const before = await goalsOf(ctx.db, campaign.id)
    const first: Goal[] = []
    for (const ref of refs) first.push(await meant(ctx, campaign.id, ref, first))
    const after = [...first, ...before.filter(({ id }) => !first.some((goal) => goal.id === id))]
    if (after.every(({ id }, i) => id === before[i]?.id)) throw new UserError('goal.error.sameOrder')
    const state = stateOf(before)
    if (drawn === undefined) return rankCard({ campaign, before, after, seen: state })(ctx.t)
    if (drawn !== state) throw new UserError('goal.error.orderChanged', {}, { field: 'order' })
    await keep(ctx, after)
    const refsOf = (goals: readonly Goal[]) => ({ order: goals.map(({ id }) => goalRef(id)) })
    await ctx.record({
      ...{ action: 'goal.rank', subject: `campaign:${campaign.id}`, campaign: campaign.id },
      ...{ before: refsOf(before), after: refsOf(after) },
    })
    await refresh(ctx, campaign, ...after)
    return listView(campaign.id)
  },
})

/** Grows with every goal and every change of one: the order that was confirmed is the one that was shown. */
const stateOf = (goals: readonly Goal[]): number => goals.reduce((sum, { version }) => sum + version + 1, 0)

/** @throws UserError for a goal of another campaign, or one named twice. */
const meant = async (
  ctx: Context,
  campaignId: number,
  ref: string,
  first: readonly Goal[],
): Promise<Goal> => {
  const { goal } = await findGoal(ctx, ref)
  if (goal.campaignId === campaignId && !first.some(({ id }) => id === goal.id)) return goal
  const key = goal.campaignId === campaignId ? 'goal.error.orderTwice' : 'goal.error.orderOther'
  throw new UserError(key, { goal: goalRef(goal.id) }, { field: 'order' })
}

const keep = async (ctx: Context, goals: readonly Goal[]): Promise<void> => {
  for (const [i, goal] of goals.entries())
    if (!(await updateGoal(ctx.db, goal, { rank: i + 1 }))) throw changed(ctx, goal, Overtaken)
}
