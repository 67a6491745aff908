/** `reports`: which documents a campaign owes, until when, and what was delivered. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'

export const reports = defineCommand({
  name: 'reports',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const { id } = await findCampaign(ctx, args.campaign, { command: 'reports', args: {} })
    return { view: 'report.list', args: { campaign: String(id) }, subjects: [`campaign:${id}`] }
  },
})
