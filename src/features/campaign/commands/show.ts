/** `show`: the living card of a campaign. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { campaignView } from '../campaign.views.js'
import { findCampaign } from '../find.js'

export const show = defineCommand({
  name: 'show',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign }) {
    return campaignView(await findCampaign(ctx, campaign))
  },
})
