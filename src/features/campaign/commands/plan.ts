/** `plan`: the campaign plan, and what is missing in it. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { planView } from '../campaign.views.js'
import { findCampaign } from '../find.js'

export const plan = defineCommand({
  name: 'plan',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign }) {
    return planView(await findCampaign(ctx, campaign, { command: 'plan', args: {} }))
  },
})
