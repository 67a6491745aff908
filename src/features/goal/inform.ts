/** Who hears of a goal: whoever answers for it from now on, unless they said so themselves. */
import type { Context } from '../../kit/context.js'
import type { Goal } from './goal.repo.js'
import { goalView, placeOf } from './goal.views.js'

export const tellOwner = async (ctx: Context, goal: Goal): Promise<void> => {
  if (goal.ownerId === ctx.actor?.id) return
  const { subjects, ...view } = goalView(goal)
  const options = { replaces: placeOf(goal), subjects, because: 'goal.owner' }
  await ctx.tell({ person: goal.ownerId }, view, options)
}
