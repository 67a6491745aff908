/** `evaluation`: what each metric of a campaign has reached (003-T5). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { evaluationView } from '../evaluation.views.js'

export const evaluation = defineCommand({
  name: 'evaluation',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign: ref }) {
    const { id } = await findCampaign(ctx, ref, { command: 'evaluation', args: {} })
    return evaluationView(id)
  },
})
