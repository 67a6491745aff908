/** `offers`: the rules in one line each; `rules page`: as customers are to read them (F14). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign } from '../../campaign/index.js'
import { offersView } from '../offer.views.js'

const showing = (name: 'offers' | 'offer-page', view: 'offer.list' | 'offer.page') =>
  defineCommand({
    name,
    args: z.object({ campaign: word().optional() }),
    may: 'read',
    async run(ctx, args) {
      const { id } = await findCampaign(ctx, args.campaign, { command: name, args: {} })
      return offersView(id, view)
    },
  })

export const offers = showing('offers', 'offer.list')
export const offerPage = showing('offer-page', 'offer.page')
