/** `plan set`: writes a section of the campaign plan. */
import { z } from 'zod'
import { choice, long, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { type PlanItemKey, planItems } from '../../template/index.js'
import { type Campaign, savePlanItem } from '../campaign.repo.js'
import { planView } from '../campaign.views.js'
import { change, mustBeOpen, mustLead, mustWriteBudget } from '../change.js'
import { mustBeShort } from '../create.js'
import { findCampaign } from '../find.js'
import { sectionsOf } from '../plan.js'

export const planSet = defineCommand({
  name: 'plan-set',
  args: z.object({ item: choice(planItems), content: long(), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { item, content, campaign: named }) {
    // A long text does not fit into a button: the form asks for it again.
    const args: Record<string, string> = content.length > 500 ? { item } : { item, content }
    const campaign = await findCampaign(ctx, named, { command: 'plan-set', args })
    return setPlanItem(ctx, campaign, item, content)
  },
})

/** Writes a section for whoever may. @throws UserError */
export const setPlanItem = async (ctx: Context, campaign: Campaign, item: PlanItemKey, content: string) => {
  if (item === 'budget') mustWriteBudget(ctx, campaign)
  else mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  // Dates are kept once, with the phases.
  if (item === 'time') throw new UserError('campaign.error.planTime', {}, { field: 'item' })
  if (item === 'name') mustBeShort(content, 'content')
  return planView(await write(ctx, campaign, item, content))
}

const write = async (
  ctx: Context,
  campaign: Campaign,
  item: PlanItemKey,
  content: string,
): Promise<Campaign> => {
  const before = sectionsOf(campaign).find((section) => section.item === item)?.content ?? ''
  const own = item === 'name' || item === 'theme' || item === 'audience'
  // A name from a table, which stood in place of the campaign's, is over.
  if (!own || item === 'name') await savePlanItem(ctx.db, campaign.id, item, own ? '' : content)
  const data = own ? { [item]: content } : {}
  return change(ctx, campaign, {
    action: 'campaign.plan',
    before: { [item]: before },
    after: { [item]: content },
    data,
  })
}
