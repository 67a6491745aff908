/** One line of a goal consensus table (003-T1) as a goal: its number read by the rules of goals, and what it changes. */
import { type Compare, Decimal } from '../../kit/value.js'
import { settled } from './draft.js'
import type { GoalType } from './goal.js'
import type { Goal, GoalChange } from './goal.repo.js'
import { measureFrom } from './measure.js'

/** The exact number as text. */
export interface Target {
  target: string
  kind: string
  unit: string
  compare: Compare | null
}

/** What is left out stays as it is; null empties it. A new goal needs all but strategy and remarks. */
export interface GoalRow {
  metric: string
  type?: GoalType
  strategy?: string | null
  number?: Target
  ownerId?: string
  dueOn?: string
  remarks?: string | null
}

/**
 * The number that `text` says; what it leaves unsaid is as `known`, a goal or KPI of this metric, or usual for it.
 * @returns null when nobody can tell its unit. @throws UserError for what cannot be read or is nothing to reach.
 */
export const targetIn = (
  text: string,
  metric: string,
  known: { kind: string; unit: string } | null,
): Target | null => {
  const { number, kind, unit, compare } = settled(measureFrom(text, undefined, 'target'), metric, known, null)
  return kind === 'amount' && unit === '' ? null : { target: number.toFixed(), kind, unit, compare }
}

const wished = ({ type, strategy, number, ownerId, dueOn, remarks }: GoalRow) => ({
  ...{ type, strategy, ownerId, dueOn, remarks },
  ...(number && { ...number, target: new Decimal(number.target) }),
})

/** Only what the row says otherwise than the goal. */
export const changeIn = (goal: Goal, row: GoalRow): GoalChange =>
  Object.fromEntries(
    Object.entries(wished(row)).filter(
      ([name, value]) =>
        value !== undefined && String(value ?? '') !== String(goal[name as keyof Goal] ?? ''),
    ),
  )

const columns: Readonly<Record<string, string>> = {
  ...{ target: 'target', kind: 'target', unit: 'target', compare: 'target' },
  ...{ ownerId: 'owner', dueOn: 'reached' },
}

/** The columns of 003-T1 in which `row` says something else. */
export const columnsIn = (goal: Goal, row: GoalRow): string[] => [
  ...new Set(Object.keys(changeIn(goal, row)).map((name) => columns[name] ?? name)),
]
