/** Nobody has answered, not even after the escalation: the document goes back to whoever submitted it. */
import type { Context } from '../../../kit/context.js'
import { isPending, type Step } from '../approval.js'
import { type Approval, lockApproval } from '../approval.repo.js'
import { endAs } from './end.js'

export const expire = async (ctx: Context, approval: Approval, step: Step): Promise<void> => {
  await lockApproval(ctx.db, approval.id)
  await ctx.record({
    action: 'approval.expire',
    subject: `approval:${approval.id}`,
    campaign: approval.campaignId,
    before: { status: approval.status },
    after: { subject: approval.subject, revision: approval.revision, role: step.role, status: 'expired' },
  })
  if (isPending(step)) await endAs(ctx, approval, 'expired')
}
