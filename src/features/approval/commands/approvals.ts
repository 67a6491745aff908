/** `approval`, `approvals` and `approvals-mine`: one in full, the open ones of a campaign, mine. */
import { z } from 'zod'
import { ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { cut } from '../../../kit/text.js'
import { findCampaign } from '../../campaign/index.js'
import { standing } from '../approval.cards.js'
import { openApprovals } from '../approval.repo.js'
import { fullView, stateOf } from '../approval.views.js'
import { acting, findApproval } from '../find.js'
import { approvalList } from '../full.cards.js'
import { waitingFor } from '../waiting.js'

export const approval = defineCommand({
  name: 'approval',
  personal: true,
  args: z.object({ approval: ref() }),
  may: 'read',
  run: async (ctx, args) => fullView(ctx, await findApproval(ctx, args.approval)),
})

export const approvals = defineCommand({
  name: 'approvals',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const campaign = await findCampaign(ctx, args.campaign, { command: 'approvals', args: {} })
    const states = []
    for (const open of await openApprovals(ctx.db, campaign.id)) states.push(await stateOf(ctx.db, open))
    const title = ctx.t('approval.list.open', { campaign: cut(campaign.name, 60) })
    const entries = states.flatMap((state) =>
      state ? [{ state, line: standing(ctx.t, state, acting(ctx)) }] : [],
    )
    return approvalList(ctx.t, title, entries)
  },
})

export const approvalsMine = defineCommand({
  name: 'approvals-mine',
  personal: true,
  args: z.object({}),
  may: 'read',
  run: (ctx) => waitingFor(ctx, acting(ctx)),
})
