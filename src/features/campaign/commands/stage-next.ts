/** `stage next`: leaves the stage when nothing is unmet, else says what is (F18). */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { actions, button, type Card, card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { titleOf } from '../campaign.cards.js'
import { campaignRef, stageAfter, stages } from '../campaign.js'
import type { Campaign } from '../campaign.repo.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'
import { unmetCard } from '../news.cards.js'

export const stageNext = defineCommand({
  name: 'stage-next',
  // `leaving` is what a button was drawn for: pressed twice, it must not skip a stage.
  args: z.object({ campaign: word().optional(), leaving: choice(stages).optional() }),
  may: 'lead',
  async run(ctx, { campaign: named, leaving }) {
    const campaign = await findCampaign(ctx, named, { command: 'stage-next', args: {} })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const stage = ctx.t.named('campaign.stage', campaign.stage)
    if (leaving !== undefined && leaving !== campaign.stage) {
      throw new UserError('campaign.error.stageLeft', { campaign: campaignRef(campaign.id), stage })
    }
    const unmet = await ctx.unmet(campaign.stage, campaign.id)
    return unmet.length > 0 ? unmetCard({ campaign, unmet })(ctx.t) : goOn(ctx, campaign)
  },
})

/**
 * Leaves the stage, whatever is unmet. After the last one the campaign is archived (004 §2.9) and its clock stops.
 */
export const goOn = async (ctx: Context, campaign: Campaign): Promise<Card> => {
  const next = stageAfter(campaign.stage)
  const data = next === null ? { status: 'archived' } : { stage: next }
  const before = { stage: campaign.stage, status: campaign.status }
  const now = await change(ctx, campaign, {
    action: 'campaign.staged',
    before,
    after: { ...before, ...data },
    data,
  })
  if (next === null) await ctx.schedule(campaign.id, campaign.zone, 'none')
  await ctx.emit('campaign.staged', { campaign: now })
  const said =
    next === null
      ? ctx.t('campaign.staged.archived')
      : ctx.t('campaign.staged.done', { stage: ctx.t.named('campaign.stage', next) })
  const show = button(ctx.t('campaign.plan.show'), 'show', { campaign: campaignRef(now.id) })
  return card(titleOf(now), [text(said), actions(show)], 'good')
}
