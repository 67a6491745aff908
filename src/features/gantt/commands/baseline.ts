/** `baseline`: the dates as they are now count as the plan, from which the chart tells how far they move. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { actions, button, card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { campaignRef, findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { tasksOf } from '../../task/index.js'
import { keepAnew } from '../gantt.repo.js'

export const baseline = defineCommand({
  name: 'baseline',
  args: z.object({ campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'baseline', args: {} })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const name = cut(campaign.name, 60)
    const tasks = await tasksOf(ctx.db, campaign.id)
    if (tasks.length === 0) throw new UserError('gantt.error.none', { campaign: name }, { field: 'campaign' })
    await keepAnew(ctx.db, campaign.id, tasks)
    const subject = `campaign:${campaign.id}`
    const after = { tasks: tasks.length }
    await ctx.record({ action: 'gantt.baseline', subject, campaign: campaign.id, after })
    const id = campaignRef(campaign.id)
    return card(
      ctx.t('gantt.baseline.title'),
      [
        text(ctx.t('gantt.baseline.text', { campaign: id, count: tasks.length })),
        actions(button(ctx.t('gantt.name'), 'gantt', { campaign: id })),
      ],
      'good',
    )
  },
})
