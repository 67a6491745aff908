/** Which strategies nobody works on, on the card of a campaign (O40). */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import { cut } from '../../kit/text.js'
import { campaignRef } from '../campaign/index.js'
import { strategiesOf } from '../strategy/index.js'
import { tasksOf } from '../task/index.js'
import { idle } from './breakdown.js'

const mostNames = 3

export const facts = async ({ db }: Reading, id: number): Promise<Fact[]> => {
  const tree = await strategiesOf(db, id)
  if (tree.length === 0) return []
  const without = idle(
    tree,
    (await tasksOf(db, id)).filter(({ status }) => status !== 'cancelled'),
  )
  if (without.length === 0) return []
  const names = without.slice(0, mostNames).map(({ name }) => cut(name, 30))
  const list = names.join(', ') + (without.length > mostNames ? ' …' : '')
  const open = { label: 'breakdown.open', command: 'wbs', args: { campaign: campaignRef(id) } } as const
  return [{ key: 'breakdown.fact', params: { count: without.length, names: list }, tone: 'warn', open }]
}
