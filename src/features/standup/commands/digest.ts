/** `digest`: today's digest, privately. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { localDate } from '../../../kit/time.js'
import { findCampaign } from '../../campaign/index.js'
import { digestView } from '../standup.views.js'

export const digest = defineCommand({
  name: 'digest',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const { id, zone } = await findCampaign(ctx, args.campaign, { command: 'digest', args: {} })
    return digestView(id, localDate(ctx.at, zone))
  },
})
