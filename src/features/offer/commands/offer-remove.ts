/** `offer remove`: the campaign offers it no longer. */
import { z } from 'zod'
import { ref, seen, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { Overtaken } from '../../../kit/errors.js'
import { campaignRef } from '../../campaign/index.js'
import { kept, led, offerNumbered } from '../find.js'
import { removeOffer } from '../offer.repo.js'
import { offersView } from '../offer.views.js'

export const offerRemove = defineCommand({
  name: 'offer-remove',
  args: z.object({ offer: ref(), campaign: word().optional(), seen: seen() }),
  may: 'limits',
  async run(ctx, { offer: number, campaign: named, seen: version }) {
    const campaign = await led(ctx, named, 'offer-remove', { offer: number })
    const before = await offerNumbered(ctx, campaign, number)
    if (version !== undefined && version !== before.version)
      throw new Overtaken('offer.error.changed', { campaign: campaignRef(campaign.id) })
    const done = await removeOffer(ctx.db, before)
    await kept(ctx, campaign, done, { action: 'offer.remove', before })
    return offersView(campaign.id)
  },
})
