/** `gantt`: the tasks of a campaign over time, as a picture (F129). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { ganttCard } from '../gantt.cards.js'
import { shownOf } from '../shown.js'

export const gantt = defineCommand({
  name: 'gantt',
  args: z.object({ campaign: word().optional(), page: word(10).default('1') }),
  may: 'read',
  async run(ctx, { campaign: ref, page }) {
    const campaign = await findCampaign(ctx, ref, { command: 'gantt', args: {} })
    const shown = await shownOf(ctx.db, campaign, page)
    return ganttCard(ctx.t, { ...shown, channel: ctx.place?.channel !== undefined })
  },
})
