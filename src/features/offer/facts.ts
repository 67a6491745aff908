/** The rule of each offer, in one line on the card of a campaign (F14). */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import { campaignRef } from '../campaign/index.js'
import { ruleOf } from './offer.js'
import { offersOf } from './offer.repo.js'

/** Lines a campaign's card has room for. */
const most = 3

export const facts = async ({ db }: Reading, id: number): Promise<Fact[]> => {
  const open = { label: 'offer.open', command: 'offers', args: { campaign: campaignRef(id) } } as const
  return (await offersOf(db, id))
    .slice(0, most)
    .map((offer) => ({ key: 'offer.rule', params: ruleOf(offer), open }))
}
