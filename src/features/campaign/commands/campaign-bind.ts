/** `follow`: this channel follows a campaign from now on; its card comes here at once. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { card } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { active } from '../../people/index.js'
import { campaignRef } from '../campaign.js'
import { addChannel } from '../campaign.repo.js'
import { campaignView, placeOf } from '../campaign.views.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'

export const campaignBind = defineCommand({
  name: 'campaign-bind',
  args: z.object({ campaign: word() }),
  may: active,
  async run(ctx, { campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'campaign-bind', args: {} })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const { platform, channel } = ctx.place ?? {}
    if (!platform || channel === undefined) throw new UserError('campaign.error.noChannel')
    const said = { campaign: campaignRef(campaign.id) }
    if (campaign.channels.some((one) => one.platform === platform && one.channel === channel)) {
      return card(ctx.t('campaign.bind.already', said), [])
    }
    await addChannel(ctx.db, campaign.id, platform, channel)
    await change(ctx, campaign, { action: 'campaign.bind', after: { platform, channel } })
    const { subjects, ...view } = campaignView(campaign)
    // Where the card stands already it is only redrawn.
    await ctx.tell({ campaign: campaign.id }, view, {
      replaces: placeOf(campaign),
      subjects,
      because: 'campaign.bind',
    })
    return card(ctx.t('campaign.bind.done', said), [], 'good')
  },
})
