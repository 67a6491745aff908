/** The goal consensus table (003-T1), kept through the rules of goals. */

import type { Db } from '../../../kit/store.js'
import { cut } from '../../../kit/text.js'
import type { Campaign } from '../../campaign/index.js'
import { type GoalRow, goalColumns, goalRef, goalsOf, importGoals } from '../../goal/index.js'
import { compared, type Importer, outcomeOf } from '../importer.js'
import { goalKeys } from '../rows/goal-keys.js'
import { goalRows } from '../rows/goal-rows.js'
import { paired } from '../rows/pairing.js'

const planned = async (db: Db, { id }: Campaign, rows: readonly GoalRow[]) => {
  const standing = await goalsOf(db, id)
  const met = paired(rows, standing, goalKeys(rows, standing))
  return compared(
    rows,
    (row) => met.get(row),
    (row, goal) => goalColumns(goal, row),
  )
}

export const goals: Importer<GoalRow> = {
  read: goalRows,
  async outlook({ db }, campaign, rows) {
    const plan = await planned(db, campaign, rows)
    const changes = plan.changed.map(({ stands, columns }) => [stands.id, stands.version, columns])
    const added = plan.added.map(({ metric, type = null }) => [metric, type])
    return outcomeOf(plan, [added, changes], ({ stands, columns }) => ({
      id: goalRef(stands.id),
      name: cut(stands.metric, 40),
      columns,
    }))
  },
  async apply(ctx, campaign, rows, source) {
    await importGoals(ctx, campaign, await planned(ctx.db, campaign, rows), { ...source })
  },
  way: 'goals',
}
