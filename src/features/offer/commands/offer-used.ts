/** `offer used`: how many ordering users have had the offer today; the cap counts anew each day (R35). */
import { z } from 'zod'
import { ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { localDate } from '../../../kit/time.js'
import { findCampaign, mustBeOpen } from '../../campaign/index.js'
import { kept, offerNumbered } from '../find.js'
import { readCount } from '../offer.js'
import { updateOffer } from '../offer.repo.js'
import { offersView } from '../offer.views.js'

export const offerUsed = defineCommand({
  name: 'offer-used',
  args: z.object({ count: word(40), offer: ref().optional(), campaign: word().optional() }),
  may: 'report',
  async run(ctx, { count, offer: number, campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'offer-used', args: { count } })
    mustBeOpen(ctx, campaign)
    const offer = await offerNumbered(ctx, campaign, number)
    if (offer.dailyCap === null)
      throw new UserError('offer.error.noCap', { number: offer.number }, { field: 'offer' })
    const used = readCount(count, 'count')
    const done = await updateOffer(ctx.db, offer, { used, usedOn: localDate(ctx.at, campaign.zone) })
    await kept(ctx, campaign, done, { action: 'offer.used', after: { number: offer.number, used } })
    return offersView(campaign.id)
  },
})
