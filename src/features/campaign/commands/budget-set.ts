/** `budget set`: the budget of the plan; finance or the general owner decides it (F124). */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { mustHold } from '../change.js'
import { findCampaign } from '../find.js'
import { setPlanItem } from './plan-set.js'

export const budgetSet = defineCommand({
  name: 'budget-set',
  args: z.object({ budget: long(), campaign: word().optional() }),
  may: 'budget',
  async run(ctx, { budget, campaign: named }) {
    const args: Record<string, string> = budget.length > 500 ? {} : { budget }
    const campaign = await findCampaign(ctx, named, { command: 'budget-set', args })
    mustHold(ctx, campaign, 'budget')
    return setPlanItem(ctx, campaign, 'budget', budget)
  },
})
