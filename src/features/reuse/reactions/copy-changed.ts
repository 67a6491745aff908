/** The card of a campaign shows how its regional copies are doing: when one of them changes, it is drawn again. */
import type { Context } from '../../../kit/context.js'
import { defineReaction } from '../../../kit/event.js'
import type { Campaign } from '../../campaign/index.js'

const redraw = async (ctx: Context, { campaign }: { campaign: Campaign }): Promise<void> => {
  if (campaign.parentId !== null) await ctx.changed(`campaign:${campaign.parentId}`)
}

export const copyChanged = [
  defineReaction({ to: 'campaign.changed', run: redraw }),
  defineReaction({ to: 'campaign.day', run: redraw }),
]
