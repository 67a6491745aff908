/** `compliance`: the checklist; whoever takes part begins it by looking at it (F16). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { holds } from '../../../kit/rights.js'
import { findCampaign, mustBeOpen } from '../../campaign/index.js'
import { begin, itemsOf } from '../compliance.repo.js'
import { checklistView } from '../compliance.views.js'

export const compliance = defineCommand({
  name: 'compliance',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const campaign = await findCampaign(ctx, args.campaign, { command: 'compliance', args: {} })
    const { id } = campaign
    if ((await itemsOf(ctx.db, id)).length > 0) return checklistView(id)
    const begins = ctx.actor !== null && holds(ctx.actor.roles, 'work')
    if (!begins) throw new UserError('compliance.error.none')
    mustBeOpen(ctx, campaign)
    await begin(ctx.db, id)
    await ctx.record({ action: 'compliance.begin', subject: `campaign:${id}`, campaign: id })
    await ctx.changed(`campaign:${id}`)
    return checklistView(id)
  },
})
