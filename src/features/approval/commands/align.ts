/** `align` (对齐会): asks everybody who was asked about a goal to meet about it (F23, X4). */
import { z } from 'zod'
import { ref, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { campaignById, mustBeOpen } from '../../campaign/index.js'
import { approvalRef } from '../approval.js'
import { acting, findApproval } from '../find.js'
import { recordLife } from '../life/claim.js'

export const align = defineCommand({
  name: 'align',
  args: z.object({ approval: ref(), when: word(200) }),
  may: 'comment',
  async run(ctx, { approval: named, when }) {
    const approval = await findApproval(ctx, named)
    const campaign = await campaignById(ctx.db, approval.campaignId)
    if (!campaign) throw new Error(`approval ${approval.id} has no campaign`)
    mustBeOpen(ctx, campaign)
    if (approval.subject !== 'consensus')
      throw new UserError('approval.error.noAlign', { ref: approvalRef(approval.id) }, { field: 'approval' })
    const asked = [approval.submittedById, ...approval.steps.map(({ signerId }) => signerId)]
    const people = [...new Set(asked)]
    await recordLife(ctx, approval, 'align', { when, people })
    const view = {
      view: 'approval.alignment',
      args: { approval: String(approval.id), when, by: acting(ctx).id },
    }
    const because = 'approval.align'
    await ctx.tell({ campaign: campaign.id }, view, { because })
    for (const person of people) if (person !== ctx.actor?.id) await ctx.tell({ person }, view, { because })
    return card(ctx.t('approval.align.done', { when }), [
      text(ctx.t('approval.align.told', { count: people.length })),
    ])
  },
})
