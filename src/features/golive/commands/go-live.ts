/** `go-live` (上线): with all tests passed the general owner starts the run, stage S6 (A11, F32). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { type Campaign, findCampaign, leaveStage, mustBeOpen, unmetCard } from '../../campaign/index.js'
import { deputiesOf } from '../../people/index.js'
import { ownWord } from '../gates.js'

export const goLive = defineCommand({
  name: 'go-live',
  args: z.object({ campaign: word().optional() }),
  may: 'work',
  async run(ctx, { campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'go-live', args: {} })
    mustBeOpen(ctx, campaign)
    await mustOwn(ctx, campaign)
    if (campaign.stage !== 'S5') {
      const stage = ctx.t.named('campaign.stage', campaign.stage)
      throw new UserError(campaign.stage < 'S5' ? 'golive.early' : 'golive.gone', { stage })
    }
    const unmet = (await ctx.unmet('S5', campaign.id)).filter(({ key }) => key !== ownWord)
    if (unmet.length > 0) return unmetCard({ campaign, unmet })(ctx.t)
    const { id, launchOn } = campaign
    await ctx.record({
      action: 'golive.launch',
      subject: `campaign:${id}`,
      campaign: id,
      after: { launchOn },
    })
    return leaveStage(ctx, campaign)
  },
})

/** The general owner, or whoever stands in for them. @throws UserError for others; it is recorded */
const mustOwn = async (ctx: Context, { id, ownerId }: Campaign): Promise<void> => {
  const actor = ctx.actor?.id ?? ''
  if (actor === ownerId || (await deputiesOf(ctx.db, ownerId, ctx.at)).includes(actor)) return
  const record = { action: 'golive.denied', subject: `campaign:${id}`, campaign: id }
  throw new UserError('golive.error.notOwner', {}, { record })
}
