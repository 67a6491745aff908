/** Examples for the gallery and the contract suite: the rule of 004-T1. */
import type { Sample } from '../../kit/feature.js'
import { Decimal } from '../../kit/value.js'
import { sampleCampaign } from '../campaign/index.js'
import { offersCard, rulesPage } from './offer.cards.js'
import type { Offer } from './offer.repo.js'

const base = { campaignId: 1, kind: 'amount', stacks: false, used: 0, usedOn: null, version: 0 }
const offers: Offer[] = [
  {
    ...base,
    ...{ number: 1, mechanics: 'promotion', threshold: new Decimal(300), discount: new Decimal(50) },
    ...{ dailyCap: 1000, text: null, used: 1000, usedOn: '2024-06-12' },
  },
  {
    ...base,
    ...{ number: 2, mechanics: 'interaction', threshold: null, discount: new Decimal(20), kind: 'percent' },
    ...{ dailyCap: null, text: '签到 <b> *a* @all', stacks: true },
  },
]
const today = '2024-06-12'

export const samples: readonly Sample[] = [
  { name: 'offer.list', draw: (t) => offersCard({ campaign: sampleCampaign(t), today, offers })(t) },
  { name: 'offer.page', draw: (t) => rulesPage({ campaign: sampleCampaign(t), today, offers })(t) },
]
