/** The execution plans 002-T1 and 003-T3: a row per phase with its days and what is to be done in it. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import { byDate, type Campaign, phaseName } from '../../campaign/index.js'
import { cellsOf, executionPlan } from '../execution.js'
import { type PhaseTable, printed } from '../printed.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

const planAs =
  (table: PhaseTable) =>
  async ({ db }: Reading, campaign: Campaign, t: Translate): Promise<Sheet> => {
    const plan = await executionPlan(db, campaign)
    const rows = byDate(campaign.phases).map((span) => {
      const phase = phaseName(t, campaign, span.key)
      const period = `${span.fromOn}~${span.toOn}`
      const cells: Readonly<Record<string, string>> = { ...cellsOf(plan, span), phase, period }
      return printed[table].map((column) => cells[column] ?? '')
    })
    return { title: t.named(`table.${table}`, 'title'), columns: columnsFor(t, table), rows }
  }

export const marketPlan = planAs('market-plan')
export const strategyPlan = planAs('strategy-plan')
