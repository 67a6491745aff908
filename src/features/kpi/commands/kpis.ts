/** `kpis`: all KPIs of a campaign with their last values (004-T3). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'

export const kpis = defineCommand({
  name: 'kpis',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const { id } = await findCampaign(ctx, args.campaign, { command: 'kpis', args: {} })
    return { view: 'kpi.table', args: { campaign: String(id) }, subjects: [`campaign:${id}`] }
  },
})
