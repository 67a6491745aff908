/** `comment`: says something about a submitted document without deciding (A1). */
import { z } from 'zod'
import { long, ref } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { active } from '../../people/index.js'
import { titleOf } from '../approval.lines.js'
import { addComment } from '../approval.repo.js'
import { stateOf } from '../approval.views.js'
import { acting, findApproval } from '../find.js'
import { passOn } from '../tell.js'

export const comment = defineCommand({
  name: 'comment',
  args: z.object({ approval: ref(), text: long() }),
  may: active,
  async run(ctx, args) {
    const actor = acting(ctx)
    const approval = await findApproval(ctx, args.approval)
    const { id } = await addComment(ctx.db, {
      approvalId: approval.id,
      byId: actor.id,
      at: ctx.at,
      text: args.text,
    })
    await ctx.record({
      action: 'approval.comment',
      subject: `approval:${approval.id}`,
      campaign: approval.campaignId,
      after: { subject: approval.subject, revision: approval.revision, comment: args.text },
    })
    if (actor.id !== approval.submittedById) await passOn(ctx, approval, id)
    await ctx.changed(`approval:${approval.id}`)
    const state = await stateOf(ctx.db, approval)
    return card(state ? titleOf(ctx.t, state) : '', [text(ctx.t('approval.commented'))], 'good')
  },
})
