/** `strategy remove`: takes a strategy or a module away that has no tasks; with tasks it says how many, and stays. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { button } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { campaignRef } from '../../campaign/index.js'
import { doneCard, kept } from '../change.js'
import { led, partCalled } from '../find.js'
import { placeText } from '../strategy.js'
import { removeModule, removeStrategy } from '../strategy.repo.js'

export const strategyRemove = defineCommand({
  name: 'strategy-remove',
  args: z.object({ strategy: word(), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { strategy: text, campaign: ref }) {
    const { campaign, tree } = await led(ctx, ref, 'strategy-remove', { strategy: text })
    const { strategy, module } = partCalled(ctx, campaign, tree, text, 'strategy')
    const name = cut(placeText(strategy, module), 80)
    const done = await (module ? removeModule(ctx.db, module.id) : removeStrategy(ctx.db, strategy.id))
    if (!done) {
      const buttons = [button(ctx.t('strategy.button.tree'), 'wbs', { campaign: campaignRef(campaign.id) })]
      throw new UserError('strategy.error.inUse', { name }, { field: 'strategy', buttons })
    }
    const before = {
      strategy: strategy.name,
      modules: (module ? [module] : strategy.modules).map((one) => one.name),
    }
    await kept(ctx, campaign, { action: 'strategy.remove', before })
    return doneCard(ctx, campaign, ctx.t('strategy.done.removed', { name }))
  },
})
