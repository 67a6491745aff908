/** Taking a decision: one at a time per approval, by whoever may, once; the others are answered in words. */
import { type Card, card, text } from '../../kit/card.js'
import type { Actor, Answer, Context } from '../../kit/context.js'
import { type Campaign, campaignById, mustBeOpen } from '../campaign/index.js'
import { active } from '../people/index.js'
import { type ApprovalState, standing } from './approval.cards.js'
import { isPending, progressOf, type Step } from './approval.js'
import { decisionLine, titleOf } from './approval.lines.js'
import {
  type Approval,
  approvalById,
  decideSteps,
  lockApproval,
  moveApproval,
  openPosition,
  voidSteps,
} from './approval.repo.js'
import { stateOf } from './approval.views.js'
import { findApproval, representsAmong } from './find.js'
import { type Claim, judge } from './judge.js'
import { already, denied, early, several, type Wish } from './refuse.js'
import { announce, askSigners, decisionsOf } from './tell.js'

declare module '../../kit/event.js' {
  interface Events {
    /** The last signature was given, or one was refused: `approval.status` says which. */
    'approval.decided': { approval: Approval; campaign: Campaign }
  }
}

/**
 * Approves or rejects what `wish` names for the acting person.
 * @throws UserError for strangers (recorded as `approval.denied`, F25), for signers whose turn has not come,
 * and for deputies of several who are asked; also when the campaign is over.
 */
export const decide = async (ctx: Context, actor: Actor, wish: Wish): Promise<Answer> => {
  const { id } = await findApproval(ctx, wish.approval)
  await lockApproval(ctx.db, id)
  const state = await present(ctx, id)
  const { approval } = state
  const represents = await representsAmong(ctx.db, actor.id, approval.steps)
  const claim: Claim = { actor: actor.id, represents, step: wish.step }
  const verdict = takesPart(actor) ? judge(approval, claim) : ({ is: 'stranger' } as const)
  if (verdict.is === 'stranger') throw denied(ctx, state, wish)
  if (verdict.is === 'early') throw early(ctx, state)
  if (verdict.is === 'several') throw several(ctx, state, verdict.steps, wish)
  if (verdict.is === 'over') return already(ctx, actor, state, verdict.step)
  mustBeOpen(ctx, state.campaign)
  return keep(ctx, actor, { approval, steps: verdict.steps, wish })
}

/** The approval as it is now, with names. */
const present = async (ctx: Context, id: number): Promise<ApprovalState> => {
  const state = await stateOf(ctx.db, await approvalById(ctx.db, id))
  if (!state) throw new Error(`approval ${id} has no campaign`)
  return state
}

/** Viewers only read, also when a position is theirs. */
const takesPart = (actor: Actor): boolean =>
  !actor.roles.includes('viewer') || active.some((role) => actor.roles.includes(role))

interface Taken {
  approval: Approval
  steps: readonly Step[]
  wish: Wish
}

/** Takes the decision: what follows from it, who is asked next, who hears of it. */
export const keep = async (ctx: Context, actor: Actor, { approval, steps, wish }: Taken): Promise<Answer> => {
  const { decision, comment } = wish
  const mine = { status: decision, decidedById: actor.id, decidedAt: ctx.at, platform: ctx.platform, comment }
  const ids = steps.map((step) => step.id)
  // The lock makes both certain; should it ever not hold, the whole work is rolled back instead of half kept.
  if ((await decideSteps(ctx.db, ids, mine)) !== ids.length)
    throw new Error(`a step of approval ${approval.id} was taken`)
  if ((await conclude(ctx, approval, decision)) === 0) throw new Error(`approval ${approval.id} was taken`)
  await recordDecision(ctx, actor, { approval, steps, wish })
  const state = await present(ctx, approval.id)
  if (state.approval.status === 'pending') await askNext(ctx, approval, state.approval)
  else await end(ctx, state.approval)
  const decisions = await decisionsOf(ctx, approval)
  await ctx.changed(`approval:${approval.id}`, `campaign:${approval.campaignId}`, ...decisions)
  // The card a signer pressed turns into the decision itself; a second message would only repeat it.
  const pressed = wish.step !== undefined && steps.every(({ signerId }) => signerId === actor.id)
  return pressed ? null : taken(ctx, actor, state, ids)
}

/** Opens the next position or ends the approval: right, as nobody else decides here until this commits. */
const conclude = async (ctx: Context, approval: Approval, decision: Wish['decision']): Promise<number> => {
  if (decision === 'rejected') {
    await voidSteps(ctx.db, approval.id)
    return moveApproval(ctx.db, approval, { status: 'rejected', decidedAt: ctx.at })
  }
  const progress = progressOf((await present(ctx, approval.id)).approval.steps)
  if (progress.is === 'complete')
    return moveApproval(ctx.db, approval, { status: 'approved', decidedAt: ctx.at })
  if (progress.is === 'next') await openPosition(ctx.db, approval.id, progress.position)
  return moveApproval(ctx.db, approval)
}

/** Only those who were not asked before: joint signers have their card already. */
const askNext = (ctx: Context, before: Approval, now: Approval): Promise<void> => {
  const known = before.steps.filter(isPending).map((step) => step.id)
  return askSigners(ctx, { ...now, steps: now.steps.filter((step) => !known.includes(step.id)) })
}

const end = async (ctx: Context, approval: Approval): Promise<void> => {
  const campaign = await campaignById(ctx.db, approval.campaignId)
  if (campaign) await ctx.emit('approval.decided', { approval, campaign })
  await announce(ctx, approval)
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
        ...deputy,
        ...(wish.comment && { comment: wish.comment }),
      },
    })
  }
}

const taken = (ctx: Context, actor: Actor, state: ApprovalState, ids: readonly number[]): Card => {
  const viewer = { person: actor.id, language: ctx.t.language, zone: actor.zone }
  const own = state.approval.steps.filter((step) => ids.includes(step.id))
  const lines = own.map((step) => text(decisionLine(ctx.t, viewer, step, state.names)))
  const open = state.approval.status === 'pending' ? text(standing(ctx.t, state, viewer)) : null
  return card(titleOf(ctx.t, state), [...lines, open], own[0]?.status === 'rejected' ? 'bad' : 'good')
}
