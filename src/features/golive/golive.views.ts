/** What the test checklist shows, read from the store each time it is sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { type TestsState, testsCard } from './golive.cards.js'
import { itemsOf } from './golive.repo.js'

const load = async ({ db }: Reading, args: Record<string, string>): Promise<TestsState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  const items = await itemsOf(db, campaign.id)
  const ids = items.flatMap(({ ownerId, testedById }) => [ownerId, testedById].filter((id) => id !== null))
  const people = await peopleByIds(db, ids)
  return { campaign, items, names: new Map(people.map(({ id, name }) => [id, name])) }
}

export const views: Record<string, View> = {
  'golive.tests': defineView({ load, draw: testsCard }),
}

/** The living checklist of a campaign. */
export const testsView = (campaign: number): ViewRef & { subjects: string[] } => ({
  view: 'golive.tests',
  args: { campaign: String(campaign) },
  subjects: [`campaign:${campaign}`],
})
