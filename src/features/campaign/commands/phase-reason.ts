/** `phase reason`: why a phase is longer or shorter than is normal (F4); kept with who said so and when. */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { saveReason } from '../campaign.repo.js'
import { campaignView } from '../campaign.views.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'
import { deviations } from '../norms.js'
import { phaseCalled } from '../phases.js'

export const phaseReason = defineCommand({
  name: 'phase-reason',
  args: z.object({ phase: word(200), reason: long(1000), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { phase, reason, campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'phase-reason', args: { phase, reason } })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const { key, label } = phaseCalled(ctx.t, campaign, phase)
    const off = deviations(campaign).find((one) => one.key === key)
    if (!off) throw new UserError('campaign.error.normal', { phase: label }, { field: 'phase' })
    await saveReason(ctx.db, campaign.id, key, reason)
    const { days } = off
    await change(ctx, campaign, {
      action: 'campaign.phase-reason',
      before: { key, reason: off.reason },
      after: { key, days, reason },
    })
    return campaignView(campaign)
  },
})
