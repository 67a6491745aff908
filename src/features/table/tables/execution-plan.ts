/** The execution plans 002-T1 and 003-T3: a row per phase with its days and what is due in it. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import { byDate, type Campaign, phaseName } from '../../campaign/index.js'
import { personById } from '../../people/index.js'
import { type Task, tasksOf } from '../../task/index.js'
import { type PhaseTable, printed } from '../printed.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

/** Tasks that a cell names. */
const mostNamed = 10

const listed = (texts: readonly (string | null)[]): string => {
  const said = [...new Set(texts.flatMap((one) => one ?? []))]
  return said.slice(0, mostNamed).join('；') + (said.length > mostNamed ? ' …' : '')
}

/** What the campaign knows of each phase; resources and risks per phase are nowhere kept. */
const cellsOf = (tasks: readonly Task[], owner: string): Readonly<Record<string, string>> => {
  const names = listed(tasks.map(({ name }) => name))
  return { owner, core: names, action: names, criterion: listed(tasks.map(({ deliverable }) => deliverable)) }
}

const planAs =
  (table: PhaseTable) =>
  async ({ db }: Reading, campaign: Campaign, t: Translate): Promise<Sheet> => {
    const tasks = await tasksOf(db, campaign.id)
    const owner = (await personById(db, campaign.ownerId))?.name ?? ''
    const rows = byDate(campaign.phases).map(({ key, fromOn, toOn }) => {
      const inside = tasks.filter(
        ({ dueOn, status }) => fromOn <= dueOn && dueOn <= toOn && status !== 'cancelled',
      )
      const phase = phaseName(t, campaign, key)
      const cells: Record<string, string> = { ...cellsOf(inside, owner), phase, period: `${fromOn}~${toOn}` }
      return printed[table].map((column) => cells[column] ?? '')
    })
    return { title: t.named(`table.${table}`, 'title'), columns: columnsFor(t, table), rows }
  }

export const marketPlan = planAs('market-plan')
export const strategyPlan = planAs('strategy-plan')
