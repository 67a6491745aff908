/** `submit`: freezes the plan or the goals and asks the first signers (F19). */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { note } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import type { Approval } from '../approval.repo.js'
import { type Content, emptySections } from '../content.js'
import { acting } from '../find.js'
import { subjects } from '../flow/flows.js'
import { submit as submitDocument } from '../submit.js'
import { ask, submittedCard } from '../submitted.js'

export const submit = defineCommand({
  name: 'submit',
  args: z.object({ subject: choice(subjects), campaign: word().optional() }),
  may: 'submit',
  async run(ctx, args) {
    const actor = acting(ctx)
    const again = { command: 'submit', args: { subject: args.subject } }
    const campaign = await findCampaign(ctx, args.campaign, again)
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const approval = await submitDocument(ctx, actor, campaign, args.subject)
    await ask(ctx, approval)
    return submittedCard(ctx, actor, approval, gaps(ctx, approval))
  },
})

/** What the signers will miss, told to the one who can still add it. */
const gaps = (ctx: Context, { content }: Approval) => {
  const missing = emptySections(content as Content).map((item) => ctx.t.named('campaign.item', item))
  return missing.length > 0 ? note(ctx.t('approval.gaps', { sections: missing.join(', ') })) : null
}
