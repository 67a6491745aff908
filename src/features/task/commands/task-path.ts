/** `critical path`: which open tasks decide when everything is over, and how much each of the others may slip (F48, R26). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'

export const taskPath = defineCommand({
  name: 'task-path',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const { id } = await findCampaign(ctx, args.campaign, { command: 'task-path', args: {} })
    return { view: 'task.path', args: { campaign: String(id) }, subjects: [`campaign:${id}`] }
  },
})
