/** What goals add to the card of a campaign, and what stage S1 waits for: every goal SMART (handbook 1.1, R3). */
import type { Reading } from '../../kit/context.js'
import type { Fact, Unmet } from '../../kit/feature.js'
import { cut } from '../../kit/text.js'
import { campaignRef } from '../campaign/index.js'
import { kpisOf, rateFor } from '../kpi/index.js'
import { peopleByIds } from '../people/index.js'
import { betterOf, goalRef } from './goal.js'
import { targetText } from './goal.lines.js'
import { type Goal, goalsIn, goalsOf } from './goal.repo.js'
import { isUnexplained } from './split.js'

/** Stored goals have number, unit and day; what can be lost are the owner who left and the parts that added up. */
export const smart = async ({ db }: Reading, id: number): Promise<Unmet[]> => {
  const goals = await goalsIn(db, [id])
  const people = await peopleByIds(
    db,
    goals.map(({ ownerId }) => ownerId),
  )
  const active = new Set(people.filter((person) => person.active).map((person) => person.id))
  return [
    ...unmet(
      'goal.gate.owner',
      goals.filter(({ ownerId }) => !active.has(ownerId)),
    ),
    ...unmet('goal.gate.split', goals.filter(isUnexplained)),
  ]
}

const unmet = (key: 'goal.gate.owner' | 'goal.gate.split', goals: readonly Goal[]): Unmet[] => {
  if (goals.length === 0) return []
  const names = goals.slice(0, 5).map((goal) => `${goalRef(goal.id)} ${cut(goal.metric, 30)}`)
  return [{ key, params: { count: goals.length, names: names.join(', ') + (goals.length > 5 ? ' …' : '') } }]
}

/** How many of the goals the card of a campaign names. */
const shown = 3

/** `3 goals: GMV 500万元 96%, …` with the way to the list (F17). */
export const facts = async ({ db }: Reading, id: number): Promise<Fact[]> => {
  const goals = await goalsOf(db, id)
  if (goals.length === 0) return []
  const kpis = new Map((await kpisOf(db, id)).map((kpi) => [kpi.id, kpi.readings[0]?.value]))
  const lines = goals.slice(0, shown).map((goal) => {
    const value = kpis.get(goal.kpiId ?? 0)
    const rate = value && rateFor({ target: goal.target, better: betterOf(goal) }, value)
    return `${cut(goal.metric, 30)} ${targetText(goal)}${rate ? ` ${rate}%` : ''}`
  })
  const list = lines.join(', ') + (goals.length > shown ? ' …' : '')
  const open = { label: 'goal.open.list', command: 'goals', args: { campaign: campaignRef(id) } } as const
  return [{ key: 'goal.fact', params: { total: goals.length, list }, open }]
}
