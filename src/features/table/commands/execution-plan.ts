/** `execution plan`: the phases with what is to be done in them, today's marked (F79). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { executionView } from '../execution.views.js'

export const executionPlan = defineCommand({
  name: 'execution-plan',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign }) {
    return executionView(await findCampaign(ctx, campaign, { command: 'execution-plan', args: {} }))
  },
})
