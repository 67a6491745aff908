/** What the checklist shows, read from the store each time it is sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { type ChecklistState, checklistCard } from './compliance.cards.js'
import { itemsOf } from './compliance.repo.js'

const load = async ({ db }: Reading, args: Record<string, string>): Promise<ChecklistState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  const items = await itemsOf(db, campaign.id)
  const people = await peopleByIds(
    db,
    items.flatMap(({ doneById }) => doneById ?? []),
  )
  return { campaign, items, names: new Map(people.map(({ id, name }) => [id, name])) }
}

export const views: Record<string, View> = {
  'compliance.list': defineView({ load, draw: checklistCard }),
}

/** The living checklist of a campaign. */
export const checklistView = (campaign: number): ViewRef & { subjects: string[] } => ({
  view: 'compliance.list',
  args: { campaign: String(campaign) },
  subjects: [`campaign:${campaign}`],
})
