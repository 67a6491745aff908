/** Something has been submitted: it is recorded, its first signers are asked, whoever submitted it sees where it stands. */
import { actions, type Block, type Card, card, text } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { showButton, standing } from './approval.cards.js'
import { chain, titleOf } from './approval.lines.js'
import type { Approval } from './approval.repo.js'
import { stateOf } from './approval.views.js'
import { askSigners, decisionsOf, showChain } from './tell.js'

/** Records the submission, asks the first signers and shows the chain in the campaign's channel. */
export const ask = async (ctx: Context, approval: Approval): Promise<void> => {
  const { id, campaignId, subject, topic, revision, preset, contentHash } = approval
  const signatures = approval.steps.map(({ role, signerId, carried }) => ({ role, signerId, carried }))
  await ctx.record({
    action: 'approval.submit',
    subject: `approval:${id}`,
    campaign: campaignId,
    after: { subject, ...(topic && { topic }), revision, preset, contentHash, signatures },
  })
  await askSigners(ctx, approval)
  await showChain(ctx, approval)
  await ctx.changed(`campaign:${campaignId}`, ...(await decisionsOf(ctx, approval)))
}

export const submittedCard = async (
  ctx: Context,
  actor: Actor,
  approval: Approval,
  hint: Block | null = null,
): Promise<Card> => {
  const state = await stateOf(ctx.db, approval)
  if (!state) throw new Error(`approval ${approval.id} has no campaign`)
  const lines = [text(chain(ctx.t, approval.steps)), text(standing(ctx.t, state, actor)), hint]
  return card(titleOf(ctx.t, state), [...lines, actions(showButton(ctx.t, approval.id))], 'good')
}
