/** `strategy add`: one more direction in which the campaign works (F40). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { cut } from '../../../kit/text.js'
import { budgetFrom, doneCard, kept, newName } from '../change.js'
import { led } from '../find.js'
import { addStrategies } from '../strategy.repo.js'

export const strategyAdd = defineCommand({
  name: 'strategy-add',
  args: z.object({ name: word(), budget: word(40).optional(), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { name: given, budget: typed, campaign: ref }) {
    const { campaign, tree } = await led(ctx, ref, 'strategy-add', { name: given })
    const name = newName(ctx, given, tree, 'name')
    const budget = typed === undefined ? null : budgetFrom(typed, 'budget')
    await addStrategies(ctx.db, campaign.id, [name], budget)
    await kept(ctx, campaign, { action: 'strategy.add', after: { name, budget: budget?.toFixed() } })
    return doneCard(ctx, campaign, ctx.t('strategy.done.added', { name: cut(name, 80) }), name)
  },
})
