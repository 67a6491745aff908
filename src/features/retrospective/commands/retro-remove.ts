/** `retro remove`: takes a row away; by who wrote it or leads the campaign. */
import { z } from 'zod'
import { ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign, mustBeOpen } from '../../campaign/index.js'
import { findRow } from '../find.js'
import { overtaken } from '../keep.js'
import { subjectsOf } from '../retrospective.js'
import { removeRetroRow } from '../retrospective.repo.js'
import { retroView } from '../retrospective.views.js'
import { mustOwn } from '../rights.js'

export const retroRemove = defineCommand({
  name: 'retro-remove',
  args: z.object({ row: ref(), campaign: word().optional() }),
  may: 'work',
  async run(ctx, { row: given, campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'retro-remove', args: { row: given } })
    mustBeOpen(ctx, campaign)
    const before = await findRow(ctx, campaign, given)
    mustOwn(ctx, campaign, before, 'writer')
    if (!(await removeRetroRow(ctx.db, before))) throw overtaken(campaign)
    const { id } = campaign
    await ctx.record({ action: 'retro.remove', subject: `campaign:${id}`, campaign: id, before })
    await ctx.changed(...subjectsOf(id))
    return retroView(id)
  },
})
