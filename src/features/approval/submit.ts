/** Submitting: freezes the document, finds who signs, restarts where the last revision was refused. */
import { button } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import type { Db } from '../../kit/store.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { openChecks } from '../compliance/index.js'
import { handleOf, holders, holdPerson, type Person, personById } from '../people/index.js'
import type { Preset } from '../template/index.js'
import { showButton } from './approval.cards.js'
import {
  approvalRef,
  type Content,
  contentHash,
  emptySections,
  newSteps,
  type Step,
  stillValid,
} from './approval.js'
import { type Approval, addApproval, approvalsOf } from './approval.repo.js'
import { documentNow, presetFor } from './document.js'
import { presets, type SignerRole, type Subject } from './presets.js'

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
  const earlier = await approvalsOf(ctx.db, campaign.id, subject)
  const content = await documentNow(ctx.db, campaign, subject)
  refuse(ctx, { campaign, subject, content }, earlier.at(-1))
  if (subject === 'plan') await mustBeChecked(ctx, campaign)
  const preset = presetFor(campaign, subject)
  const carried = carriedFrom(earlier.at(-1), preset, content)
  const signers = await signersOf(ctx, campaign, preset, carried)
  const approval = {
    campaignId: campaign.id,
    subject,
    revision: (earlier.at(-1)?.revision ?? 0) + 1,
    preset,
    content,
    contentHash: contentHash(content),
    submittedById: actor.id,
    submittedAt: ctx.at,
  }
  const stored = await addApproval(ctx.db, approval, newSteps(presets[preset], signers, carried))
  // Two people submitted at once: the other one's revision is the pending one now.
  if (!stored) throw pendingError(ctx, (await approvalsOf(ctx.db, campaign.id, subject)).at(-1))
  return stored
}

const refuse = (
  ctx: Context,
  { campaign, subject, content }: { campaign: Campaign; subject: Subject; content: Content },
  last: Approval | undefined,
): void => {
  if (last?.status === 'pending') throw pendingError(ctx, last)
  const missing = emptySections(content)
  // A plan may be judged with gaps, which its card names; a letter that confirms no goals confirms nothing.
  if (subject === 'goals' && missing.includes('goals')) {
    const plan = button(ctx.t('approval.button.plan'), 'plan', { campaign: campaignRef(campaign.id) })
    const sections = missing.map((item) => ctx.t.named('campaign.item', item)).join(', ')
    throw new UserError('approval.error.sections', { sections }, { buttons: [plan] })
  }
  if (last?.status === 'approved' && last.contentHash === contentHash(content)) {
    const params = { ref: approvalRef(last.id), revision: last.revision }
    throw new UserError('approval.error.unchanged', params, { buttons: [showButton(ctx.t, last.id)] })
  }
}

/** What has not been checked against law and platform rules is not sent to be signed (R85, F16). */
const mustBeChecked = async (ctx: Context, { id }: Campaign): Promise<void> => {
  const count = await openChecks(ctx.db, id)
  if (count === 0) return
  const list = button(ctx.t('approval.button.compliance'), 'compliance', { campaign: campaignRef(id) })
  throw new UserError('approval.error.compliance', { count }, { buttons: [list] })
}

const pendingError = (ctx: Context, pending: Approval | undefined): UserError =>
  new UserError(
    'approval.error.pending',
    { ref: pending ? approvalRef(pending.id) : '', revision: pending?.revision ?? 1 },
    { buttons: pending ? [showButton(ctx.t, pending.id)] : [] },
  )

/** What was signed of a rejected revision and still holds; another flow starts anew. */
const carriedFrom = (last: Approval | undefined, preset: Preset, content: Content): Step[] =>
  last?.status === 'rejected' && last.preset === preset
    ? stillValid(presets[preset], last.content, content, last.steps)
    : []

const signersOf = async (
  ctx: Context,
  campaign: Campaign,
  preset: Preset,
  carried: readonly Step[],
): Promise<Record<string, string>> => {
  const signers: Record<string, string> = {}
  for (const role of presets[preset].positions.flat()) {
    if (carried.some((step) => step.role === role)) continue
    signers[role] = (await signerOf(ctx, campaign, role)).id
  }
  return signers
}

/** Who stands for `role`: named in this campaign, else its only holder in the company (O33). */
const signerOf = async (ctx: Context, campaign: Campaign, role: SignerRole): Promise<Person> => {
  const found = await candidates(ctx.db, campaign, role)
  const [signer, ...others] = found
  if (signer && others.length === 0) return holdPerson(ctx.db, signer.id)
  const params = { role: ctx.t.named('people.role', role), campaign: campaignRef(campaign.id) }
  if (!signer) throw new UserError('approval.error.noSigner', params)
  const names = found.map((one) => `${one.name} (${handleOf(one)})`).join(', ')
  throw new UserError('approval.error.severalSigners', { ...params, names })
}

const candidates = async (db: Db, campaign: Campaign, role: SignerRole): Promise<Person[]> => {
  const named = campaign.roles.find((one) => one.role === role)
  const person = named ? await personById(db, named.personId) : null
  return person?.active ? [person] : holders(db, role)
}
