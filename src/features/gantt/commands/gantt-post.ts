/** `gantt-post`: what somebody looked at alone is shown to the channel. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { campaignRef, findCampaign } from '../../campaign/index.js'
import { shownOf } from '../shown.js'

export const ganttPost = defineCommand({
  name: 'gantt-post',
  args: z.object({ campaign: word().optional(), page: word(10).default('1') }),
  may: 'comment',
  hidden: true,
  async run(ctx, { campaign: ref, page }) {
    const { place } = ctx
    if (!place?.channel) throw new UserError('gantt.error.nowhere')
    const campaign = await findCampaign(ctx, ref, { command: 'gantt-post', args: {} })
    const { pages } = await shownOf(ctx.db, campaign, page)
    const args = { campaign: campaignRef(campaign.id), page: String(pages[0]) }
    const to = { platform: place.platform, channel: place.channel }
    await ctx.tell(to, { view: 'gantt.posted', args }, { because: 'gantt.posted' })
    return null
  },
})
