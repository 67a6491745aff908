/** `comment`: says something about a submitted document without deciding (A1). */
import { z } from 'zod'
import { long, ref } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Actor, Context } from '../../../kit/context.js'
import { approvalRef, isPending } from '../approval.js'
import { titleOf } from '../approval.lines.js'
import { addComment, approvalById, lockApproval } from '../approval.repo.js'
import { stateOf } from '../approval.views.js'
import { keep } from '../decide.js'
import { acting, findApproval } from '../find.js'
import { passOn } from '../tell.js'

export const comment = defineCommand({
  name: 'comment',
  args: z.object({ approval: ref(), text: long() }),
  may: 'comment',
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
    await answered(ctx, actor, approval.id)
    const state = await stateOf(ctx.db, approval)
    return card(state ? titleOf(ctx.t, state) : '', [text(ctx.t('approval.commented'))], 'good')
  },
})

/** Whoever is asked for a comment has answered with it (F22). */
const answered = async (ctx: Context, actor: Actor, id: number): Promise<void> => {
  await lockApproval(ctx.db, id)
  const approval = await approvalById(ctx.db, id)
  const asked = (approval?.steps ?? []).filter((step) => step.kind === 'comment' && isPending(step))
  const steps = asked.filter(({ signerId }) => signerId === actor.id)
  if (approval?.status !== 'pending' || steps.length === 0) return
  const wish = { approval: approvalRef(id), decision: 'approved', comment: null } as const
  await keep(ctx, actor, { approval, steps, wish })
}
