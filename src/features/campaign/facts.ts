/** The campaign's own lines on its card. */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import { campaignRef, isOpen } from './campaign.js'
import { campaignById } from './campaign.repo.js'
import { normFacts } from './norms.js'
import { missingItems, sectionsOf } from './plan.js'

/** How much of the plan is written, and which phases are off their norm. */
export const facts = async ({ db }: Reading, id: number): Promise<Fact[]> => {
  const campaign = await campaignById(db, id)
  if (!campaign) return []
  const total = sectionsOf(campaign).length
  const params = { filled: total - missingItems(campaign).length, total }
  return [
    {
      key: 'campaign.fact.plan',
      params,
      open: { label: 'campaign.card.plan', command: 'plan', args: { campaign: campaignRef(id) } },
    },
    ...(isOpen(campaign) ? normFacts(campaign) : []),
  ]
}
