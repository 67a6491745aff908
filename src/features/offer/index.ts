/** Offers: the rules of the campaign for its customers. */
import type { Feature } from '../../kit/feature.js'
import { offerRemove } from './commands/offer-remove.js'
import { offerSet } from './commands/offer-set.js'
import { offerUsed } from './commands/offer-used.js'
import { offerPage, offers } from './commands/offers.js'
import { facts } from './facts.js'
import { samples } from './offer.samples.js'
import { views } from './offer.views.js'

export const offer: Feature = {
  name: 'offer',
  commands: [offers, offerPage, offerSet, offerUsed, offerRemove],
  views,
  samples,
  facts,
}
