/** `goal remove`: takes a goal away with its parts, after a press that confirms it. */
import { z } from 'zod'
import { ref, seen } from '../../../kit/args.js'
import { actions, card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { Overtaken } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { campaignRef } from '../../campaign/index.js'
import { changed, mayChange, recordedShort, refresh, refuseStale } from '../change.js'
import { findGoal } from '../find.js'
import { goalRef } from '../goal.js'
import { listButton } from '../goal.lines.js'
import { removeGoal } from '../goal.repo.js'
import { namesOf } from '../goal.views.js'
import { dropKpi } from '../link.js'
import { removeCard } from '../list.cards.js'

export const goalRemove = defineCommand({
  name: 'goal-remove',
  // `seen` is what the confirming button carries: a typed line never takes anything away.
  args: z.object({ goal: ref(), seen: seen() }),
  may: 'goals',
  async run(ctx, { goal: given, seen: version }) {
    const { goal, campaign } = await findGoal(ctx, given)
    mayChange(ctx, campaign)
    if (version === undefined) return removeCard({ goal, names: await namesOf(ctx, [goal]) })(ctx.t)
    refuseStale(ctx, goal, version)
    if (!(await removeGoal(ctx.db, goal))) throw changed(ctx, goal, Overtaken)
    await dropKpi(ctx.db, goal)
    await ctx.record({
      ...{ action: 'goal.remove', subject: `goal:${goal.id}`, campaign: campaign.id },
      before: recordedShort(goal),
    })
    await refresh(ctx, campaign, goal)
    const params = { goal: `${goalRef(goal.id)} ${cut(goal.metric, 60)}` }
    const back = actions(listButton(ctx.t, campaignRef(campaign.id)))
    return card(params.goal, [text(ctx.t('goal.remove.done', params)), back], 'good')
  },
})
