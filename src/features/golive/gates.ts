/** What going live asks of a campaign, and what its card says about the tests. */
import type { Reading } from '../../kit/context.js'
import type { Fact, Unmet } from '../../kit/feature.js'
import { daysBetween, localDate } from '../../kit/time.js'
import { campaignById, campaignRef, isOpen } from '../campaign/index.js'
import { notPassed, warnedFrom } from './golive.js'
import { itemsOf } from './golive.repo.js'

/** The word of the general owner, which `go-live` gives. */
export const ownWord = 'golive.gate.owner'

/** Leaving S5: every test is passed, and the general owner presses Go live (A11, F32). */
export const tested = async ({ db }: Reading, id: number): Promise<Unmet[]> => {
  const open = notPassed(await itemsOf(db, id)).length
  return [
    ...(open > 0 ? [{ key: 'golive.gate.tests', params: { count: open } } as const] : []),
    { key: ownWord },
  ]
}

/** From two days before launch on, and once somebody has begun testing. */
export const facts = async ({ db, at }: Reading, id: number): Promise<Fact[]> => {
  const campaign = await campaignById(db, id)
  if (!campaign || !isOpen(campaign) || campaign.stage > 'S5') return []
  const items = await itemsOf(db, id)
  const open = notPassed(items).length
  const near = daysBetween(localDate(at, campaign.zone), campaign.launchOn) <= warnedFrom
  const late = near && open > 0
  if (!late && (campaign.stage !== 'S5' || items.every(({ version }) => version === 0))) return []
  const button = { label: 'golive.open', command: 'tests', args: { campaign: campaignRef(id) } } as const
  const params = { done: items.length - open, total: items.length }
  return [{ key: 'golive.fact', params, open: button, ...(late && { tone: 'bad' as const }) }]
}
