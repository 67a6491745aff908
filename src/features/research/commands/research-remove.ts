/** `research remove`: a note that no longer holds. */
import { z } from 'zod'
import { ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { kept } from '../change.js'
import { notesOf, removeNote } from '../research.repo.js'
import { researchView } from '../research.views.js'

export const researchRemove = defineCommand({
  name: 'research-remove',
  args: z.object({ note: ref(), campaign: word().optional() }),
  may: 'add',
  async run(ctx, { note: number, campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'research-remove', args: { note: number } })
    mustBeOpen(ctx, campaign)
    const before = (await notesOf(ctx.db, campaign.id)).find((one) => String(one.number) === number)
    if (!before) throw new UserError('research.error.unknown', { given: cut(number, 40) }, { field: 'note' })
    if (before.byId !== ctx.actor?.id) mustLead(ctx, campaign)
    await kept(ctx, campaign, await removeNote(ctx.db, before), { action: 'research.remove', before })
    return researchView(campaign.id)
  },
})
