/** `compliance add`: one more thing to check, e.g. the platform's rule for flash sales. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { Overtaken } from '../../../kit/errors.js'
import { campaignRef, findCampaign, mustBeOpen } from '../../campaign/index.js'
import { add, begin, itemsOf } from '../compliance.repo.js'
import { checklistView } from '../compliance.views.js'

export const complianceAdd = defineCommand({
  name: 'compliance-add',
  args: z.object({ what: word(500), campaign: word().optional() }),
  may: 'work',
  async run(ctx, { what, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'compliance-add', args: { what } })
    mustBeOpen(ctx, campaign)
    const { id } = campaign
    await begin(ctx.db, id)
    const number = ((await itemsOf(ctx.db, id)).at(-1)?.number ?? 0) + 1
    if (!(await add(ctx.db, id, number, what)))
      throw new Overtaken('compliance.error.changed', { campaign: campaignRef(id) })
    const after = { number, text: what }
    await ctx.record({ action: 'compliance.add', subject: `campaign:${id}`, campaign: id, after })
    await ctx.changed(`campaign:${id}`)
    return checklistView(id)
  },
})
