/** `issues`: what is still to be solved, by remaining time: in the campaign of this channel, else mine everywhere (F86). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Answer } from '../../../kit/context.js'
import { findCampaign, openIn } from '../../campaign/index.js'
import { acting } from '../find.js'

export const issues = defineCommand({
  name: 'issues',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args): Promise<Answer> {
    const here = ctx.place?.channel === undefined ? [] : await openIn(ctx.db, ctx.place)
    if (args.campaign === undefined && here.length === 0) {
      const { id } = acting(ctx)
      return { view: 'issue.mine', args: { person: id }, subjects: [`issues-of:${id}`] }
    }
    const { id } = await findCampaign(ctx, args.campaign, { command: 'issues', args: {} })
    return { view: 'issue.list', args: { campaign: String(id) }, subjects: [`campaign:${id}`] }
  },
})
