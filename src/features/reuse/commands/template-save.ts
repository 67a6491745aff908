/** `template save`: the plan of a campaign becomes the next version of a template, or a template of its own (F122). */
import { z } from 'zod'
import { long, suggested, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { templateNames } from '../../template/index.js'
import { save } from '../save.js'

export const templateSave = defineCommand({
  name: 'template-save',
  args: z.object({
    // A name that is too long is refused in the command, with its length; this is only where reading stops.
    name: suggested(templateNames, 10_000),
    campaign: word().optional(),
    note: long(500).optional(),
  }),
  may: 'templates',
  async run(ctx, { name, campaign: named, note }) {
    const again = { name, ...(note !== undefined && { note }) }
    const args = again.name.length > 200 ? {} : again
    const campaign = await findCampaign(ctx, named, { command: 'template-save', args })
    return save(ctx, campaign, name, note)
  },
})
