/** Taking a decision: one at a time per approval, by whoever may, once; the others are answered in words. */
import { type Card, card, text } from '../../kit/card.js'
import type { Actor, Answer, Context } from '../../kit/context.js'
import { signsWith } from '../../kit/rights.js'
import { type Campaign, mustBeOpen } from '../campaign/index.js'
import { type ApprovalState, standing } from './approval.cards.js'
import type { Step } from './approval.js'
import { decisionLine, titleOf } from './approval.lines.js'
import { type Approval, approvalById, lockApproval, moveApproval } from './approval.repo.js'
import { stateOf } from './approval.views.js'
import { findApproval, representsAmong } from './find.js'
import { type Claim, judge } from './judge.js'
import { ended } from './life/end.js'
import { progressOf, spared } from './progress.js'
import { already, denied, early, mustBeAsked, several, type Wish } from './refuse.js'
import { renewedCard, renewIfChanged } from './renew.js'
import { decideSteps, openPosition, spareSteps, voidSteps } from './step.repo.js'
import { follow } from './tell.js'

declare module '../../kit/event.js' {
  interface Events {
    /** It has ended, by the last signature or without it: `approval.status` says how. */
    'approval.decided': { approval: Approval; campaign: Campaign }
  }
}

/**
 * Approves or rejects what `wish` names for the acting person.
 * @throws UserError for strangers and submitters (recorded as `approval.denied`, F25), for signers whose turn has not
 * come, and for deputies of several who are asked; also when the campaign is over.
 */
export const decide = async (ctx: Context, actor: Actor, wish: Wish): Promise<Answer> => {
  const { id } = await findApproval(ctx, wish.approval)
  await lockApproval(ctx.db, id)
  const state = await present(ctx, id)
  const { approval } = state
  const represents = await representsAmong(ctx.db, actor.id, approval.steps, ctx.at)
  const claim: Claim = { actor: actor.id, represents, step: wish.step }
  const verdict = signsWith(actor.roles) ? judge(approval, claim) : ({ is: 'stranger' } as const)
  if (verdict.is === 'stranger' || verdict.is === 'own') throw denied(ctx, state, wish, verdict.is)
  if (verdict.is === 'early') throw early(ctx, state)
  if (verdict.is === 'several') throw several(ctx, state, verdict.steps, wish)
  if (verdict.is === 'over') return already(ctx, actor, state, verdict.step)
  mustBeOpen(ctx, state.campaign)
  mustBeAsked(ctx, state, verdict.steps, wish)
  const renewed = await renewIfChanged(ctx, approval)
  if (renewed) return renewedCard(ctx, actor, renewed)
  return keep(ctx, actor, { approval, steps: verdict.steps, wish })
}

/** The approval as it is now, with names. */
const present = async (ctx: Context, id: number): Promise<ApprovalState> => {
  const state = await stateOf(ctx.db, await approvalById(ctx.db, id))
  if (!state) throw new Error(`approval ${id} has no campaign`)
  return state
}

interface Taken {
  approval: Approval
  steps: readonly Step[]
  wish: Wish
}

/** Takes the decision: what follows from it, who is asked next, who hears of it. */
export const keep = async (ctx: Context, actor: Actor, { approval, steps, wish }: Taken): Promise<Answer> => {
  const { decision, comment } = wish
  const mine = {
    ...{ status: decision, decidedById: actor.id, decidedAt: ctx.at, platform: ctx.platform, comment },
    ...(wish.value !== undefined && { value: wish.value }),
  }
  const ids = steps.map((step) => step.id)
  // The lock makes both certain; should it ever not hold, the whole work is rolled back instead of half kept.
  if ((await decideSteps(ctx.db, ids, mine)) !== ids.length)
    throw new Error(`a step of approval ${approval.id} was taken`)
  await recordDecision(ctx, actor, { approval, steps, wish })
  if ((await conclude(ctx, approval)) === 0) throw new Error(`approval ${approval.id} was taken`)
  const state = await present(ctx, approval.id)
  if (state.approval.status === 'pending') await follow(ctx, approval, state.approval)
  else await ended(ctx, approval)
  // The card a signer pressed turns into the decision itself; a second message would only repeat it.
  const pressed = wish.step !== undefined && steps.every(({ signerId }) => signerId === actor.id)
  return pressed ? null : taken(ctx, actor, state, ids)
}

/** Opens the next position or ends the approval: right, as nobody else decides here until this commits. */
const conclude = async (ctx: Context, approval: Approval): Promise<number> => {
  const { steps } = (await present(ctx, approval.id)).approval
  const over = spared(steps).map(({ id }) => id)
  if (over.length > 0) await spareSteps(ctx.db, over)
  const progress = progressOf(steps)
  if (progress.is === 'next') await openPosition(ctx.db, approval.id, progress.position, ctx.at)
  if (progress.is === 'next' || progress.is === 'open') return moveApproval(ctx.db, approval)
  if (progress.is === 'rejected') await voidSteps(ctx.db, approval.id)
  const status = progress.is === 'rejected' ? 'rejected' : 'approved'
  return moveApproval(ctx.db, approval, { status, decidedAt: ctx.at })
}

const recordDecision = async (
  ctx: Context,
  actor: Actor,
  { approval, steps, wish }: Taken,
): Promise<void> => {
  const { id, subject, revision, campaignId } = approval
  for (const step of steps) {
    const deputy = step.signerId === actor.id ? {} : { for: step.signerId }
    await ctx.record({
      action: wish.decision === 'approved' ? 'approval.approve' : 'approval.reject',
      subject: `approval:${id}`,
      campaign: campaignId,
      before: { status: step.status },
      after: {
        subject,
        revision,
        role: step.role,
        status: wish.decision,
        kind: step.kind,
        ...deputy,
        ...(wish.comment && { comment: wish.comment }),
        ...filledIn(step, wish),
      },
    })
  }
}

/** What was filled in, or which lines of a budget were refused before. */
const filledIn = ({ value: kept }: Step, { value }: Wish) => {
  const filled = value ?? kept
  return filled === null ? {} : { value: filled }
}

const taken = (ctx: Context, actor: Actor, state: ApprovalState, ids: readonly number[]): Card => {
  const viewer = { person: actor.id, language: ctx.t.language, zone: actor.zone }
  const own = state.approval.steps.filter((step) => ids.includes(step.id))
  const lines = own.map((step) => text(decisionLine(ctx.t, viewer, step, state.names)))
  const open = state.approval.status === 'pending' ? text(standing(ctx.t, state, viewer)) : null
  return card(titleOf(ctx.t, state), [...lines, open], own[0]?.status === 'rejected' ? 'bad' : 'good')
}
