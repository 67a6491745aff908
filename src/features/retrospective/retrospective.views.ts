/** What the cards of a retrospective show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { type Campaign, campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { mineCard, retroCard } from './retrospective.cards.js'
import { subjectsOf } from './retrospective.js'
import { type RetroRow, retroRowsOf } from './retrospective.repo.js'
import { writtenOf } from './sections.js'

const namesOf = async (db: Db, rows: readonly RetroRow[]): Promise<ReadonlyMap<string, string>> => {
  const people = await peopleByIds(
    db,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  )
  return new Map(people.map(({ id, name }) => [id, name]))
}

const stateOf = async ({ db, at }: Reading, campaign: Campaign, rows: readonly RetroRow[]) => ({
  ...{ campaign, rows, names: await namesOf(db, rows) },
  today: localDate(at, campaign.zone),
})

const loadAll = async (store: Reading, { campaign: id }: Record<string, string>) => {
  const campaign = await campaignById(store.db, Number(id))
  if (!campaign) return null
  const state = await stateOf(store, campaign, await retroRowsOf(store.db, campaign.id))
  return { ...state, sections: await writtenOf(store.db, campaign.id) }
}

const loadMine = async (store: Reading, { campaign: id, rows = '' }: Record<string, string>) => {
  const campaign = await campaignById(store.db, Number(id))
  const numbers = rows.split(',').map(Number)
  const all = campaign ? await retroRowsOf(store.db, campaign.id) : []
  const theirs = all.filter(({ number }) => numbers.includes(number))
  return campaign && theirs.length > 0 ? stateOf(store, campaign, theirs) : null
}

export const views: Record<string, View> = {
  'retrospective.list': defineView({ load: loadAll, draw: retroCard }),
  'retrospective.mine': defineView({ load: loadMine, draw: mineCard }),
}

/** The living card of a campaign's retrospective. */
export const retroView = (campaign: number): ViewRef & { subjects: string[] } => ({
  view: 'retrospective.list',
  args: { campaign: String(campaign) },
  subjects: subjectsOf(campaign),
})
