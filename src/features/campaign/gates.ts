/** What a stage asks of the campaign itself before it is left (handbook 1.1); other features add theirs. */
import type { Reading } from '../../kit/context.js'
import type { Unmet } from '../../kit/feature.js'
import { localDate } from '../../kit/time.js'
import { type Campaign, campaignById } from './campaign.repo.js'
import { missingItems, sectionsOf } from './plan.js'

type Rule = (campaign: Campaign, today: string) => Unmet[]

/** S1: for whom, and with which numbers. */
export const goalsFixed: Rule = (campaign) => {
  const goals = sectionsOf(campaign).find(({ item }) => item === 'goals')
  return [
    ...(campaign.audience?.trim() ? [] : [{ key: 'campaign.unmet.audience' } as const]),
    ...(goals && goals.content.trim() === '' ? [{ key: 'campaign.unmet.goals' } as const] : []),
  ]
}

/** S2: the draft of the plan is complete. */
export const planComplete: Rule = (campaign) =>
  missingItems(campaign).map((item) => ({ key: `campaign.unmet.${item}` as const }))

/** S6: the last public day is over. */
export const runEnded: Rule = ({ endOn }, today) =>
  today > endOn ? [] : [{ key: 'campaign.unmet.ended', params: { end: endOn } }]

const gate =
  (rule: Rule) =>
  async ({ db, at }: Reading, id: number): Promise<Unmet[]> => {
    const campaign = await campaignById(db, id)
    return campaign ? rule(campaign, localDate(at, campaign.zone)) : []
  }

export const gates = { S1: gate(goalsFixed), S2: gate(planComplete), S6: gate(runEnded) }
