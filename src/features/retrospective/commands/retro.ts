/** `retro`: what a campaign has taught, its measures and its report. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { retroView } from '../retrospective.views.js'

export const retro = defineCommand({
  name: 'retro',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign: ref }) {
    const { id } = await findCampaign(ctx, ref, { command: 'retro', args: {} })
    return retroView(id)
  },
})
