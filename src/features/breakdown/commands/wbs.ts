/** `wbs`: strategies, modules and tasks as a tree, of a campaign or of one strategy (F40). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { strategyMeant } from '../../strategy/index.js'
import { treeView } from '../breakdown.views.js'

export const wbs = defineCommand({
  name: 'wbs',
  args: z.object({ campaign: word().optional(), strategy: word().optional() }),
  may: 'read',
  async run(ctx, { campaign: ref, strategy }) {
    const campaign = await findCampaign(ctx, ref, {
      command: 'wbs',
      args: strategy === undefined ? {} : { strategy },
    })
    if (strategy === undefined) return treeView(campaign.id)
    return treeView(campaign.id, (await strategyMeant(ctx, campaign, strategy)).id)
  },
})
