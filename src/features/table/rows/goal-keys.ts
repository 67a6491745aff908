/** By what a row of the consensus table and a goal know one another: metric and type, or the metric alone. */
import type { Goal, GoalRow } from '../../goal/index.js'
import { plain } from '../read/fold.js'
import type { Keys } from './pairing.js'

type Named = Pick<GoalRow, 'metric' | 'type'>

const ownKey = ({ metric, type }: { metric: string; type?: string }): string =>
  `${type ?? ''} ${plain(metric)}`

/** A goal changes its type when it is the only one of its metric and no other row means it. */
export const goalKeys = <R extends Named>(rows: readonly R[], goals: readonly Goal[]): Keys<R, Goal> => {
  const standing = new Set(goals.map(ownKey))
  const said = new Set(rows.map(ownKey))
  const row = (one: R): string => {
    if (standing.has(ownKey(one))) return ownKey(one)
    const [goal, other] = goals.filter(({ metric }) => plain(metric) === plain(one.metric))
    return goal && !other && !said.has(ownKey(goal)) ? ownKey(goal) : ownKey(one)
  }
  return { row, stands: ownKey }
}
