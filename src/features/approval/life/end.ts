/** How an approval ends, whoever ends it: nothing is asked any more, everybody concerned hears of it. */
import type { Context } from '../../../kit/context.js'
import { Overtaken } from '../../../kit/errors.js'
import { campaignById } from '../../campaign/index.js'
import { type Approval, approvalById, type End, moveApproval } from '../approval.repo.js'
import { voidSteps } from '../step.repo.js'
import { announce, follow } from '../tell.js'

/** @throws Overtaken when it has changed or ended meanwhile */
export const endAs = async (ctx: Context, approval: Approval, status: End): Promise<Approval> => {
  await voidSteps(ctx.db, approval.id)
  if ((await moveApproval(ctx.db, approval, { status, decidedAt: ctx.at })) === 0)
    throw new Overtaken('approval.error.moved')
  return ended(ctx, approval)
}

/** What follows from an approval that has just ended. */
export const ended = async (ctx: Context, before: Approval): Promise<Approval> => {
  const now = await approvalById(ctx.db, before.id)
  const campaign = await campaignById(ctx.db, before.campaignId)
  if (!now || !campaign) throw new Error(`approval ${before.id} has no campaign`)
  await follow(ctx, before, now)
  await ctx.emit('approval.decided', { approval: now, campaign })
  // What a newer revision has replaced is no news: that revision is.
  if (now.status !== 'superseded') await announce(ctx, now)
  return now
}
