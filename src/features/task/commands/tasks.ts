/** `tasks`: the preparation table of a campaign with its counts (F44, 004-T2). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'

export const tasks = defineCommand({
  name: 'tasks',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const { id } = await findCampaign(ctx, args.campaign, { command: 'tasks', args: {} })
    return { view: 'task.table', args: { campaign: String(id) }, subjects: [`campaign:${id}`] }
  },
})
