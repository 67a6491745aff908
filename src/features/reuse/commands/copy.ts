/** `copy`: the campaign again for a region, on its own days and with a local owner. */
import { z } from 'zod'
import { day, someone, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { personById } from '../../people/index.js'
import { copiedCard } from '../copy.cards.js'
import { copy } from '../copy.js'

export const copyCampaign = defineCommand({
  name: 'copy',
  args: z.object({
    campaign: word(),
    region: word(60),
    launch: day().optional(),
    owner: someone().optional(),
  }),
  may: 'lead',
  async run(ctx, { campaign: named, ...wish }) {
    const { region, launch, owner } = wish
    const args = { region, ...(launch && { launch }), ...(owner && owner.length < 200 && { owner }) }
    const copied = await copy(ctx, await findCampaign(ctx, named, { command: 'copy', args }), wish)
    const local = await personById(ctx.db, copied.copy.ownerId)
    return copiedCard(copied, local?.name ?? copied.copy.ownerId)(ctx.t)
  },
})
