/** What the research card shows, read from the store each time it is sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { type ResearchState, researchCard } from './research.cards.js'
import { notesOf } from './research.repo.js'

const load = async ({ db }: Reading, args: Record<string, string>): Promise<ResearchState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  const notes = await notesOf(db, campaign.id)
  const people = await peopleByIds(
    db,
    notes.map(({ byId }) => byId),
  )
  return { campaign, notes, names: new Map(people.map(({ id, name }) => [id, name])) }
}

export const views: Record<string, View> = { 'research.list': defineView({ load, draw: researchCard }) }

/** The living research card of a campaign. */
export const researchView = (campaign: number): ViewRef & { subjects: string[] } => ({
  view: 'research.list',
  args: { campaign: String(campaign) },
  subjects: [`campaign:${campaign}`],
})
