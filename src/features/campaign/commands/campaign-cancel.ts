/** `campaign cancel`: ends a campaign for good, with a reason; its clock stops, its channels hear of it. */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { card } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { campaignRef } from '../campaign.js'
import { placeOf } from '../campaign.views.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'

export const campaignCancel = defineCommand({
  name: 'campaign-cancel',
  // Named first and always: a slip must not end the campaign that happens to be at hand.
  args: z.object({ campaign: word(), reason: long(2000) }),
  may: 'lead',
  async run(ctx, { reason, campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'campaign-cancel', args: {} })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const data = { status: 'cancelled' }
    const before = { status: campaign.status }
    await change(ctx, campaign, { action: 'campaign.cancelled', before, after: { ...data, reason }, data })
    await ctx.schedule(campaign.id, campaign.zone, 'none')
    const args = { campaign: String(campaign.id), by: ctx.actor?.id ?? '', reason }
    await ctx.tell(
      { campaign: campaign.id },
      { view: 'campaign.cancelled', args },
      { thread: placeOf(campaign), because: 'campaign.cancelled' },
    )
    return card(ctx.t('campaign.cancelled.done', { campaign: campaignRef(campaign.id) }), [], 'good')
  },
})
