/** What those who cannot decide (any more) are told: strangers, early signers, second clicks. */
import { button, type Card, card, text } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { type ApprovalState, showButton, standing } from './approval.cards.js'
import { approvalRef, isPending, type Step } from './approval.js'
import { moment, signerName, titleOf, whoDecided } from './approval.lines.js'
import { decideButtons } from './request.cards.js'

export interface Wish {
  /** `A-7` */
  approval: string
  /** The step the button was drawn for. */
  step?: number | undefined
  decision: 'approved' | 'rejected'
  comment: string | null
  /** What was filled in. */
  value?: string
}

const asked = (ctx: Context, { approval, names }: ApprovalState): string =>
  approval.steps
    .filter(isPending)
    .map((step) => signerName(ctx.t, step, names))
    .join(', ')

/** A signer of a later position. */
export const early = (ctx: Context, state: ApprovalState): UserError =>
  new UserError('approval.error.early', { who: asked(ctx, state) })

/** Somebody else's step, or one's own document: refused in words and recorded (F25, D11). */
export const denied = (
  ctx: Context,
  state: ApprovalState,
  wish: Wish,
  why: 'stranger' | 'own',
): UserError => {
  const { id, campaignId, subject, revision } = state.approval
  const after = { subject, revision, tried: wish.decision }
  const record = { action: 'approval.denied', subject: `approval:${id}`, campaign: campaignId, after }
  const who = asked(ctx, state)
  const extra = { record, buttons: [showButton(ctx.t, id)] }
  if (why === 'own') return new UserError('approval.error.submitted', { ref: approvalRef(id) }, extra)
  return who === ''
    ? new UserError('approval.error.notSigner', { ref: approvalRef(id) }, extra)
    : new UserError('approval.error.notYours', { ref: approvalRef(id), who }, extra)
}

/** A deputy of several who are asked says for whom. */
export const several = (
  ctx: Context,
  { approval, names }: ApprovalState,
  steps: readonly Step[],
  wish: Wish,
): UserError => {
  const command = wish.decision === 'approved' ? 'approve' : 'reject'
  const buttons = steps.map((step) => {
    return button(signerName(ctx.t, step, names), command, {
      approval: approvalRef(approval.id),
      step: step.id,
      seen: approval.version,
    })
  })
  return new UserError('approval.error.several', {}, { buttons })
}

/** A second click, the other platform, a replay: the stored decision, in a friendly tone (F26, D12). */
export const already = (ctx: Context, actor: Actor, state: ApprovalState, step: Step | null): Card => {
  const { t } = ctx
  const { approval, names } = state
  const viewer = { person: actor.id, language: t.language, zone: actor.zone }
  const own = step?.decidedAt && step.status !== 'void' ? step : null
  const words = own?.status === 'rejected' ? 'approval.already.rejected' : 'approval.already.approved'
  if (approval.status !== 'pending' && own === null)
    return card(titleOf(t, state), [text(standing(t, state, viewer))])
  const line = own?.decidedAt
    ? t(words, { ...moment(own.decidedAt, viewer), who: whoDecided(t, own, names) })
    : t('approval.already.spared')
  const rest =
    approval.status === own?.status || approval.status === 'pending' ? null : text(standing(t, state, viewer))
  return card(titleOf(t, state), [text(line), rest])
}

/** Whoever is asked for a comment or a revision does not refuse: they say what should change, or withdraw it. */
export const mustBeAsked = (
  ctx: Context,
  { approval }: ApprovalState,
  [step]: readonly Step[],
  { decision, value }: Wish,
): void => {
  if (decision === 'rejected' && (step?.kind === 'comment' || step?.kind === 'revise'))
    throw new UserError(`approval.error.${step.kind}`)
  if (decision === 'rejected' && step?.kind === 'receipt') throw new UserError('approval.error.receipt')
  if (decision === 'rejected' || step?.kind !== 'value' || value !== undefined) return
  throw new UserError('approval.error.value', {}, { buttons: decideButtons(ctx.t, approval, step) })
}
