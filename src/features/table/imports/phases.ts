/** Tables whose rows are the phases of a campaign (002-T1, 003-T3): their days, and what is to be done in them. */
import { cut } from '../../../kit/text.js'
import {
  byDate,
  type Campaign,
  type DetailChange,
  movePhases,
  rangeText,
  type Span,
  splitRiskPlan,
} from '../../campaign/index.js'
import { withNotes } from '../../task/index.js'
import { cellsOf, type ExecutionPlan, executionPlan, ownerIn, type Saying, sayings } from '../execution.js'
import { type Compared, compared, type Importer, outcomeOf } from '../importer.js'
import { type PhaseRow, phaseRows } from '../rows/phase-rows.js'
import { isSame } from '../rows/same.js'

const spanOf = ({ key, label, fromOn, toOn }: Span): Span => ({ key, label, fromOn, toOn })

/** How a cell that says something else is kept. */
const keptAs = (column: Saying, text: string): DetailChange => {
  if (column === 'riskPlan') return splitRiskPlan(text)
  return { [column === 'action' ? 'core' : column]: text }
}

/** What of `row` is not printed for its phase anyway, by column. What tasks say is thus not kept a second time. */
const newsIn = (plan: ExecutionPlan, row: PhaseRow): { column: Saying; data: DetailChange }[] => {
  const prints = cellsOf(plan, row)
  const news = sayings.flatMap((column) => {
    const text = row.texts[column]
    return text === undefined || isSame(prints[column], text) ? [] : [{ column, data: keptAs(column, text) }]
  })
  const remarks = withNotes(row.remarks ?? prints.remarks, row.notes)
  if (!isSame(prints.remarks, remarks)) news.push({ column: 'remarks', data: { remarks } })
  if (row.ownerId !== undefined && row.ownerId !== ownerIn(plan, row.key))
    news.push({ column: 'owner', data: { ownerId: row.ownerId } })
  return news
}

const dataIn = (plan: ExecutionPlan, row: PhaseRow): DetailChange =>
  Object.assign({}, ...newsIn(plan, row).map(({ data }) => data))

type Planned = Compared<PhaseRow, Campaign['phases'][number]>

const planned = ({ phases }: Campaign, plan: ExecutionPlan, rows: readonly PhaseRow[]): Planned =>
  compared(
    rows,
    (row) => phases.find(({ key }) => key === row.key),
    (row, now) => [
      ...(now.fromOn === row.fromOn && now.toOn === row.toOn ? [] : ['period']),
      ...newsIn(plan, row).map(({ column }) => column),
    ],
  )

/** What the decision rests on: the days of all phases, and what is kept now of those that change. */
const basis = ({ phases }: Campaign, plan: ExecutionPlan, { added, changed }: Planned) => [
  byDate(phases).map(spanOf),
  added.map((row) => [spanOf(row), dataIn(plan, row)]),
  changed.map(({ row, columns }) => [spanOf(row), columns, plan.details.get(row.key) ?? null]),
]

export const phases: Importer<PhaseRow> = {
  read: phaseRows,
  async outlook({ db }, campaign, rows) {
    const plan = await executionPlan(db, campaign)
    const what = planned(campaign, plan, rows)
    return outcomeOf(what, basis(campaign, plan, what), ({ row, columns }) => ({
      id: cut(row.label, 40),
      name: rangeText(row.fromOn, row.toOn),
      columns,
    }))
  },
  async apply(ctx, campaign, rows, source) {
    const plan = await executionPlan(ctx.db, campaign)
    const { added, changed } = planned(campaign, plan, rows)
    const dated = changed.filter(({ columns }) => columns.includes('period'))
    const moved = [...added, ...dated.map(({ row }) => row)].map(spanOf)
    const said = [...added, ...changed.map(({ row }) => row)].map((row) => ({
      key: row.key,
      data: dataIn(plan, row),
    }))
    if (said.length === 0) return
    const before = {
      phases: campaign.phases.map(spanOf),
      said: said.map(({ key }) => plan.details.get(key) ?? { key }),
    }
    const what = { action: 'campaign.import', before, after: { ...source, phases: moved, said } }
    await movePhases(ctx, campaign, moved, what, said)
  },
  way: 'execution-plan',
}
