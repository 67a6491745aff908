/** `consensus` and `consensus-ask`: the goals row by row, and who is asked to agree with them (A5, F23). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { parseId } from '../../../kit/ids.js'
import { findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { consensusView } from '../approval.views.js'
import { askRow, rowsOf } from '../request/consensus.js'

export const consensus = defineCommand({
  name: 'consensus',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'consensus', args: {} })
    return consensusView(campaign.id)
  },
})

export const consensusAsk = defineCommand({
  name: 'consensus-ask',
  args: z.object({ goal: word(40).optional(), campaign: word().optional() }),
  may: 'work',
  async run(ctx, { goal, campaign: named }) {
    const args: Record<string, string> = goal === undefined ? {} : { goal }
    const campaign = await findCampaign(ctx, named, { command: 'consensus-ask', args })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const rows = await rowsOf(ctx.db, campaign.id)
    const id = goal === undefined ? null : parseId(goal)
    const meant = goal === undefined ? rows : rows.filter((row) => row.goal.id === id?.number)
    if (meant.length === 0 || (id && id.prefix !== 'G'))
      throw new UserError('approval.error.noGoal', { given: goal ?? '' }, { field: 'goal' })
    // A row that is asked for or agreed to already stays as it is, unless it was named.
    const due = meant.filter(({ state, approval }) => state !== 'agreed' && approval?.status !== 'pending')
    for (const row of goal === undefined ? due : meant) await askRow(ctx, campaign, row)
    return consensusView(campaign.id)
  },
})
