/** `submit`: freezes the plan or the goals and asks the first signers (F19). */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { actions, card, note, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { showButton, standing } from '../approval.cards.js'
import { chain, titleOf } from '../approval.lines.js'
import type { Approval } from '../approval.repo.js'
import { stateOf } from '../approval.views.js'
import { type Content, emptySections } from '../content.js'
import { acting } from '../find.js'
import { subjects } from '../flow/flows.js'
import { submit as submitDocument } from '../submit.js'
import { askSigners, decisionsOf, showChain } from '../tell.js'

export const submit = defineCommand({
  name: 'submit',
  args: z.object({ subject: choice(subjects), campaign: word().optional() }),
  may: 'anyone',
  async run(ctx, args) {
    const actor = acting(ctx)
    const again = { command: 'submit', args: { subject: args.subject } }
    const campaign = await findCampaign(ctx, args.campaign, again)
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const approval = await submitDocument(ctx, actor, campaign, args.subject)
    const { id, subject, revision, preset, contentHash } = approval
    const signatures = approval.steps.map(({ role, signerId, carried }) => ({ role, signerId, carried }))
    await ctx.record({
      action: 'approval.submit',
      subject: `approval:${id}`,
      campaign: campaign.id,
      after: { subject, revision, preset, contentHash, signatures },
    })
    await askSigners(ctx, approval)
    await showChain(ctx, approval)
    await ctx.changed(`campaign:${campaign.id}`, ...(await decisionsOf(ctx, approval)))
    const state = await stateOf(ctx.db, approval)
    if (!state) throw new Error(`approval ${id} has no campaign`)
    const lines = [
      text(chain(ctx.t, approval.steps)),
      text(standing(ctx.t, state, actor)),
      gaps(ctx, approval),
    ]
    return card(titleOf(ctx.t, state), [...lines, actions(showButton(ctx.t, id))], 'good')
  },
})

/** What the signers will miss, told to the one who can still add it. */
const gaps = (ctx: Context, { content }: Approval) => {
  const missing = emptySections(content as Content).map((item) => ctx.t.named('campaign.item', item))
  return missing.length > 0 ? note(ctx.t('approval.gaps', { sections: missing.join(', ') })) : null
}
