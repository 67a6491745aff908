/** The line of the countdown on the card of a campaign. */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import { localDate } from '../../kit/time.js'
import { campaignById, campaignRef } from '../campaign/index.js'
import { countText, type MilestoneKey, nextOf } from './countdown.js'
import { milestonesOf } from './countdown.repo.js'

/** The next point before the launch; afterwards nothing is counted any more. */
export const facts = async ({ db, at }: Reading, id: number): Promise<Fact[]> => {
  const campaign = await campaignById(db, id)
  const next = campaign && nextOf(await milestonesOf(db, id), localDate(at, campaign.zone))
  if (!campaign || !next) return []
  const key = `countdown.fact.${next.key as MilestoneKey}` as const
  const params = { count: countText(next, campaign.launchOn), from: next.fromOn, to: next.toOn }
  const open = { label: 'countdown.open', command: 'countdown', args: { campaign: campaignRef(id) } } as const
  return [{ key, params, open }]
}
