/** 《推广策略目标共识表》, the goals of a campaign (003-T1): seven columns, a row per goal, by priority (R4). */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { goalsOf, goalTypes, targetText } from '../../goal/index.js'
import { peopleByIds } from '../../people/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

export const goalConsensus = async ({ db }: Reading, { id }: Campaign, t: Translate): Promise<Sheet> => {
  const goals = await goalsOf(db, id)
  const people = await peopleByIds(
    db,
    goals.map(({ ownerId }) => ownerId),
  )
  const names = new Map(people.map((person) => [person.id, person.name]))
  const typed = (type: string): string => t.named('goal.type', type)
  return {
    title: t.named('table.goal-consensus', 'title'),
    columns: columnsFor(t, 'goal-consensus', {
      type: { kind: 'choice', choices: goalTypes.map(typed) },
      reached: { kind: 'date' },
    }),
    rows: goals.map((goal) => [
      typed(goal.type),
      goal.strategy ?? '',
      goal.metric,
      targetText(goal),
      names.get(goal.ownerId) ?? '',
      goal.dueOn,
      goal.remarks ?? '',
    ]),
  }
}
