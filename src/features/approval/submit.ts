/** Submitting: freezes the document, finds who signs, restarts where the last revision was refused. */
import { button } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { openChecks } from '../compliance/index.js'
import { showButton } from './approval.cards.js'
import { approvalRef } from './approval.js'
import { type Approval, lastApproval } from './approval.repo.js'
import { type Content, contentHash, emptySections } from './content.js'
import { documentNow } from './document.js'
import type { Subject } from './flow/flows.js'
import { addRevision, type Submission } from './revision.js'

/**
 * Stores the next revision of `subject` with its steps.
 * @throws UserError when one is pending or already approved unchanged, when a goal letter has no goals, or when a
 * role has no signer, or when a plan has open compliance checks.
 */
export const submit = async (
  ctx: Context,
  actor: Actor,
  campaign: Campaign,
  subject: Subject,
): Promise<Approval> => {
  const last = await lastApproval(ctx.db, campaign.id, subject)
  const content = await documentNow(ctx.db, campaign, subject)
  refuse(ctx, { campaign, subject, content }, last)
  if (subject === 'plan') await mustBeChecked(ctx, campaign)
  return store(ctx, { campaign, subject, topic: '', content, submitter: actor.id }, last)
}

const store = async (ctx: Context, submission: Submission, last: Approval | null): Promise<Approval> => {
  const stored = await addRevision(ctx, submission, last)
  if (stored) return stored
  // Two people submitted at once: the other one's revision is the pending one now.
  const { campaign, subject, topic } = submission
  throw pendingError(ctx, await lastApproval(ctx.db, campaign.id, subject, topic))
}

/** As `submit`, for what was typed instead of read from the campaign. */
export const submitTyped = async (ctx: Context, submission: Submission): Promise<Approval> => {
  const { campaign, subject, topic, content } = submission
  const last = await lastApproval(ctx.db, campaign.id, subject, topic)
  mustBeNew(ctx, content, last)
  return store(ctx, submission, last)
}

const refuse = (
  ctx: Context,
  { campaign, subject, content }: { campaign: Campaign; subject: Subject; content: Content },
  last: Approval | null,
): void => {
  mustBeNew(ctx, content, last)
  const missing = emptySections(content)
  // A plan may be judged with gaps, which its card names; a letter that confirms no goals confirms nothing.
  if (subject === 'goals' && missing.includes('goals')) {
    const plan = button(ctx.t('approval.button.plan'), 'plan', { campaign: campaignRef(campaign.id) })
    const sections = missing.map((item) => ctx.t.named('campaign.item', item)).join(', ')
    throw new UserError('approval.error.sections', { sections }, { buttons: [plan] })
  }
}

/** Nothing waits for signatures already, and what was signed last is not the same. */
const mustBeNew = (ctx: Context, content: Content, last: Approval | null): void => {
  if (last?.status === 'pending') throw pendingError(ctx, last)
  if (last?.status !== 'approved' || last.contentHash !== contentHash(content)) return
  const params = { ref: approvalRef(last.id), revision: last.revision }
  throw new UserError('approval.error.unchanged', params, { buttons: [showButton(ctx.t, last.id)] })
}

/** What has not been checked against law and platform rules is not sent to be signed (R85, F16). */
const mustBeChecked = async (ctx: Context, { id }: Campaign): Promise<void> => {
  const count = await openChecks(ctx.db, id)
  if (count === 0) return
  const list = button(ctx.t('approval.button.compliance'), 'compliance', { campaign: campaignRef(id) })
  throw new UserError('approval.error.compliance', { count }, { buttons: [list] })
}

const pendingError = (ctx: Context, pending: Approval | null): UserError =>
  new UserError(
    'approval.error.pending',
    { ref: pending ? approvalRef(pending.id) : '', revision: pending?.revision ?? 1 },
    { buttons: pending ? [showButton(ctx.t, pending.id)] : [] },
  )
