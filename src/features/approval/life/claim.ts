/** Whose turn it is, for everything a signer may do with their step beside deciding. */
import type { Context } from '../../../kit/context.js'
import { Overtaken, UserError } from '../../../kit/errors.js'
import { takesPartWith } from '../../../kit/rights.js'
import { type Campaign, campaignById, leads, mustBeOpen } from '../../campaign/index.js'
import { approvalRef, isPending, type Step } from '../approval.js'
import { type Approval, approvalById, lockApproval, moveApproval } from '../approval.repo.js'
import { acting, findApproval, representsAmong } from '../find.js'
import { follow } from '../tell.js'

export interface Held {
  approval: Approval
  campaign: Campaign
}

/**
 * The approval `text` names, as it is now; nobody else decides on it until this work commits.
 * @throws UserError when it has ended, or its campaign has
 */
export const hold = async (ctx: Context, text: string): Promise<Held> => {
  const { id } = await findApproval(ctx, text)
  await lockApproval(ctx.db, id)
  const approval = await approvalById(ctx.db, id)
  const campaign = approval && (await campaignById(ctx.db, approval.campaignId))
  if (!approval || !campaign) throw new Error(`approval ${id} has no campaign`)
  mustBeOpen(ctx, campaign)
  if (approval.status !== 'pending') {
    const status = ctx.t.named('approval.status', approval.status)
    throw new UserError('approval.error.over', { ref: approvalRef(id), status })
  }
  return { approval, campaign }
}

const refused = ({ approval }: Held, what: string): UserError => {
  const { id, campaignId, subject, revision } = approval
  const record = {
    ...{ action: 'approval.denied', subject: `approval:${id}`, campaign: campaignId },
    after: { subject, revision, tried: what },
  }
  return new UserError('approval.error.notSigner', { ref: approvalRef(id) }, { record })
}

/** The open steps the acting person is asked for, as signer or in somebody's place. @throws UserError for all others */
export const ownSteps = async (ctx: Context, held: Held, what: string): Promise<Step[]> => {
  const actor = acting(ctx)
  const { steps } = held.approval
  const represents = await representsAmong(ctx.db, actor.id, steps, ctx.at)
  const mine = steps.filter(
    (step) => isPending(step) && (step.signerId === actor.id || represents.includes(step.signerId)),
  )
  const mayAct = takesPartWith(actor.roles)
  if (mine.length === 0 || !mayAct) throw refused(held, what)
  return mine.filter(
    ({ signerId }) => signerId === (mine.find((one) => one.signerId === actor.id) ?? mine[0])?.signerId,
  )
}

/** @throws UserError unless the acting person has submitted it or leads the campaign */
export const mustHaveSubmitted = (ctx: Context, held: Held, what: string): void => {
  const actor = acting(ctx)
  if (actor.id === held.approval.submittedById || leads(actor, held.campaign)) return
  throw refused(held, what)
}

/** Counts a change that leaves it open, and lets everybody concerned follow. @returns it as it is now */
export const changed = async (ctx: Context, before: Approval): Promise<Approval> => {
  if ((await moveApproval(ctx.db, before)) === 0) throw new Overtaken('approval.error.moved')
  const now = await approvalById(ctx.db, before.id)
  if (!now) throw new Error(`approval ${before.id} is gone`)
  await follow(ctx, before, now)
  return now
}

/** Puts what somebody has done with an approval into the log. */
export const recordLife = (
  ctx: Context,
  { id, campaignId, subject, revision }: Approval,
  action: string,
  after: object,
): Promise<void> =>
  ctx.record({
    action: `approval.${action}`,
    subject: `approval:${id}`,
    campaign: campaignId,
    after: { subject, revision, ...after },
  })
