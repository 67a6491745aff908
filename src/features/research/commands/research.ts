/** `research`: what was found out for a campaign (F13). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { researchView } from '../research.views.js'

export const research = defineCommand({
  name: 'research',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const { id } = await findCampaign(ctx, args.campaign, { command: 'research', args: {} })
    return researchView(id)
  },
})
