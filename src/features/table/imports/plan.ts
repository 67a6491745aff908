/** The table of the campaign plan (004-T1), kept as sections of the plan by the rules of `plan set`. */
import { cut } from '../../../kit/text.js'
import {
  byDate,
  type Campaign,
  movedBy,
  type PlanNews,
  planCells,
  type Span,
  writePlan,
} from '../../campaign/index.js'
import { type Importer, outcomeOf } from '../importer.js'
import { type PlanRow, planRows } from '../rows/plan-rows.js'
import { isSame } from '../rows/same.js'

/** Rows come back with their names in another order. */
const spanOf = ({ key, label, fromOn, toOn }: Span): Span => ({ key, label, fromOn, toOn })

interface Change {
  row: PlanRow
  news: PlanNews
  columns: string[]
}

/** What of a row is not printed for its section anyway. */
const changeIn = (campaign: Campaign, row: PlanRow): Change => {
  const { item, content, explanation, spans } = row
  const prints = planCells(campaign, item)
  const says = content !== undefined && !isSame(prints.example, content)
  const explains = explanation !== undefined && !isSame(prints.explanation, explanation)
  const news = {
    item,
    ...(says && { content, ...(spans && { spans: spans.map(spanOf) }) }),
    ...(explains && { explanation }),
  }
  return { row, news, columns: [...(explains ? ['explanation'] : []), ...(says ? ['example'] : [])] }
}

const planned = (campaign: Campaign, rows: readonly PlanRow[]) => {
  const all = rows.map((row) => changeIn(campaign, row))
  const differing = all.filter(({ columns }) => columns.length > 0)
  const isNew = ({ row }: Change) => planCells(campaign, row.item).example === ''
  return {
    added: differing.filter(isNew),
    changed: differing.filter((one) => !isNew(one)),
    unchanged: all.filter(({ columns }) => columns.length === 0),
  }
}

/** What the decision rests on: what would be written over what, and the days of the phases where they move. */
const basis = (campaign: Campaign, { added, changed }: ReturnType<typeof planned>) => {
  const news = [...added, ...changed].map((one) => one.news)
  const days = byDate(campaign.phases).map(({ key, fromOn, toOn }) => [key, fromOn, toOn])
  return [
    news,
    news.map(({ item }) => planCells(campaign, item)),
    movedBy(campaign, news).length > 0 ? days : [],
  ]
}

export const plan: Importer<PlanRow> = {
  read: planRows,
  async outlook(_store, campaign, rows) {
    const what = planned(campaign, rows)
    return outcomeOf(what, basis(campaign, what), ({ row, columns }) => ({
      id: row.label,
      name: cut(row.content ?? row.explanation ?? '', 40),
      columns,
    }))
  },
  async apply(ctx, campaign, rows, source) {
    const { added, changed } = planned(campaign, rows)
    const news = [...added, ...changed].map((one) => one.news)
    if (news.length === 0) return
    const before = news.map(({ item }) => ({ item, ...planCells(campaign, item) }))
    await writePlan(ctx, campaign, news, {
      action: 'campaign.import',
      before: { sections: before },
      after: { ...source, sections: news },
    })
  },
  way: 'plan',
}
