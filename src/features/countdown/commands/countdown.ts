/** `countdown`: what is due so many days before the launch, and what of it is done (F5). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'

export const countdown = defineCommand({
  name: 'countdown',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, args) {
    const { id } = await findCampaign(ctx, args.campaign, { command: 'countdown', args: {} })
    return { view: 'countdown.card', args: { campaign: String(id) }, subjects: [`campaign:${id}`] }
  },
})
