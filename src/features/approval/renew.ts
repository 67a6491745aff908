/** A document that has changed under its signatures: whoever answers for what changed is asked again (D10). */
import { actions, type Card, card, text } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { type Campaign, campaignById, isOpen } from '../campaign/index.js'
import { openChecks } from '../compliance/index.js'
import { showButton } from './approval.cards.js'
import { chain, titleOf } from './approval.lines.js'
import { type Approval, lastApproval, lockApproval, moveApproval } from './approval.repo.js'
import { stateOf } from './approval.views.js'
import { contentHash, differences } from './content.js'
import { documentNow } from './document.js'
import { subjects } from './flow/flows.js'
import { ended } from './life/end.js'
import { addRevision } from './revision.js'
import { voidSteps } from './step.repo.js'
import { askSigners, showChain } from './tell.js'

/** Documents that the campaign goes on holding after they were submitted. */
const isKept = (subject: string): boolean => (subjects as readonly string[]).includes(subject)

/**
 * The next revision, when the document has changed since `approval` was submitted: its signatures on what has not changed
 * stand, the others are asked for again. Null when nothing has changed, or when it has ended without a signature.
 */
export const renewIfChanged = async (ctx: Context, approval: Approval): Promise<Approval | null> => {
  const campaign = await campaignById(ctx.db, approval.campaignId)
  const lives = approval.status === 'pending' || approval.status === 'approved'
  if (!campaign || !isOpen(campaign) || !isKept(approval.subject) || !lives) return null
  const content = await documentNow(ctx.db, campaign, approval.subject)
  return contentHash(content) === approval.contentHash ? null : renew(ctx, campaign, approval)
}

/** The last revision of a document of `campaign`, renewed if it has changed. */
export const renewLast = async (ctx: Context, campaign: Campaign, subject: string): Promise<void> => {
  const last = await lastApproval(ctx.db, campaign.id, subject)
  if (!last) return
  await lockApproval(ctx.db, last.id)
  const now = await lastApproval(ctx.db, campaign.id, subject)
  // A flow that lacks a signer now, or a check that is open again, keeps the old signatures visible as outdated.
  if (now?.id !== last.id || (subject === 'plan' && (await openChecks(ctx.db, campaign.id)) > 0)) return
  try {
    await renewIfChanged(ctx, now)
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof Overtaken) throw error
  }
}

const renew = async (ctx: Context, campaign: Campaign, before: Approval): Promise<Approval | null> => {
  const { id, subject, topic, revision, submittedById: submitter, status } = before
  const content = await documentNow(ctx.db, campaign, subject)
  const next = await addRevision(ctx, { campaign, subject, topic, content, submitter }, before)
  if (!next) return null
  const asked = next.steps.filter((step) => !step.carried).map(({ role }) => role)
  const changed = differences(before.content, content).map(({ item }) => item)
  await ctx.record({
    action: 'approval.renew',
    subject: `approval:${next.id}`,
    campaign: campaign.id,
    before: { approval: id, revision },
    after: { subject, revision: next.revision, contentHash: next.contentHash, changed, asked },
  })
  if (status === 'pending') await supersede(ctx, before)
  await askSigners(ctx, next)
  await showChain(ctx, next)
  await ctx.changed(`approval:${id}`, `campaign:${campaign.id}`)
  return next
}

/** Its signatures were carried to the next revision as far as they hold. */
const supersede = async (ctx: Context, before: Approval): Promise<void> => {
  await voidSteps(ctx.db, before.id)
  await moveApproval(ctx.db, before, { status: 'superseded', decidedAt: ctx.at })
  await ended(ctx, before)
}

/** To whoever pressed on the old one: nothing was signed, and where the new one is. */
export const renewedCard = async (ctx: Context, actor: Actor, next: Approval): Promise<Card> => {
  const state = await stateOf(ctx.db, next)
  if (!state) throw new Error(`approval ${next.id} has no campaign`)
  const own = next.steps.some(({ signerId, status }) => signerId === actor.id && status === 'pending')
  return card(
    titleOf(ctx.t, state),
    [
      text(ctx.t(own ? 'approval.renewed.asked' : 'approval.renewed.text')),
      text(chain(ctx.t, next.steps)),
      actions(showButton(ctx.t, next.id)),
    ],
    'warn',
  )
}
