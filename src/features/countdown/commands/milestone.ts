/** `milestone`: a point of the countdown is reached, or open again. */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Actor, Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { type Campaign, findCampaign, mustBeOpen, worksIn } from '../../campaign/index.js'
import { milestoneKeys } from '../countdown.js'
import { tick } from '../countdown.repo.js'

export const milestone = defineCommand({
  name: 'milestone',
  args: z.object({
    milestone: choice(milestoneKeys),
    to: choice(['done', 'open']).default('done'),
    campaign: word().optional(),
  }),
  may: 'work',
  async run(ctx, { milestone: key, to, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'milestone', args: { milestone: key, to } })
    mustBeOpen(ctx, campaign)
    const { id: doneById } = mustTakePart(ctx, campaign)
    const { id } = campaign
    if (!(await tick(ctx.db, id, key, to === 'done' ? { doneAt: ctx.at, doneById } : null))) {
      const name = ctx.t.named('countdown.milestone', key)
      throw new UserError(to === 'done' ? 'countdown.error.done' : 'countdown.error.open', { name })
    }
    const subject = `campaign:${id}`
    await ctx.record({ action: `countdown.${to}`, subject, campaign: id, after: { milestone: key } })
    await ctx.changed(subject)
    return { view: 'countdown.card', args: { campaign: String(id) }, subjects: [subject] }
  },
})

/** Whoever leads the campaign or stands for a role in it; others are refused and recorded. */
const mustTakePart = ({ actor }: Context, campaign: Campaign): Actor => {
  if (!actor) throw new Error('a milestone needs somebody')
  if (worksIn(actor, campaign)) return actor
  const record = { action: 'countdown.denied', subject: `campaign:${campaign.id}`, campaign: campaign.id }
  throw new UserError('countdown.error.notYours', { campaign: cut(campaign.name, 60) }, { record })
}
