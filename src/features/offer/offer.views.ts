/** What offer cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { type OffersState, offersCard, rulesPage } from './offer.cards.js'
import { offersOf } from './offer.repo.js'

const load = async ({ db, at }: Reading, args: Record<string, string>): Promise<OffersState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  return { campaign, today: localDate(at, campaign.zone), offers: await offersOf(db, campaign.id) }
}

export const views: Record<string, View> = {
  'offer.list': defineView({ load, draw: offersCard }),
  'offer.page': defineView({ load, draw: rulesPage }),
}

/** A living card of the offers of a campaign. */
export const offersView = (
  campaign: number,
  view: 'offer.list' | 'offer.page' = 'offer.list',
): ViewRef & { subjects: string[] } => ({
  view,
  args: { campaign: String(campaign) },
  subjects: [`campaign:${campaign}`],
})
