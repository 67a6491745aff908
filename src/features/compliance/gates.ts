/** What the stages and the card of a campaign ask of its checklist, once somebody has begun it. */
import type { Reading } from '../../kit/context.js'
import type { Fact, Unmet } from '../../kit/feature.js'
import { campaignRef } from '../campaign/index.js'
import { openOf } from './compliance.js'
import { itemsOf } from './compliance.repo.js'

/** Leaving S1: the pre-check is done (handbook 1.1). */
export const checked = async ({ db }: Reading, id: number): Promise<Unmet[]> => {
  const count = openOf(await itemsOf(db, id)).length
  return count === 0 ? [] : [{ key: 'compliance.gate', params: { count } }]
}

export const facts = async ({ db }: Reading, id: number): Promise<Fact[]> => {
  const items = await itemsOf(db, id)
  if (items.length === 0) return []
  const params = { done: items.length - openOf(items).length, total: items.length }
  const open = {
    label: 'compliance.open',
    command: 'compliance',
    args: { campaign: campaignRef(id) },
  } as const
  return [{ key: 'compliance.fact', params, open }]
}
