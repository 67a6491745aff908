/** The rows of the evaluation table: as they are kept, else made from the goals and KPIs of the campaign. */
import type { Db } from '../../kit/store.js'
import type { Compare, Decimal, ValueKind } from '../../kit/value.js'
import { type Goal, goalsOf } from '../goal/index.js'
import { type Kpi, kpiMeant, kpisOf } from '../kpi/index.js'
import { dimensionOf, type Evaluated, keyOf, type Numbers } from './evaluation.js'
import { type Evaluation, evaluationsOf } from './evaluation.repo.js'

/** What a campaign measures, to look metrics up in. */
export interface Measured {
  goals: readonly Goal[]
  kpis: readonly Kpi[]
}

export const measuredIn = async (db: Db, campaignId: number): Promise<Measured> => ({
  goals: await goalsOf(db, campaignId),
  kpis: await kpisOf(db, campaignId),
})

const byType: Readonly<Record<string, string>> = {
  ...{ sales: 'sales', users: 'users', brand: 'brand', repurchase: 'sales' },
}

const ofGoal = (goal: Goal, kpis: readonly Kpi[]): Numbers => ({
  ...{ target: goal.target, kind: goal.kind as ValueKind, unit: goal.unit },
  compare: goal.compare as Compare | null,
  actual: newest(kpis.find(({ id }) => id === goal.kpiId)),
})

const ofKpi = (kpi: Kpi): Numbers => ({
  ...{ target: kpi.target, kind: kpi.kind as ValueKind, unit: kpi.unit },
  compare: kpi.better === 'down' ? '≤' : null,
  actual: newest(kpi),
})

const newest = (kpi: Kpi | undefined): Decimal | null => kpi?.readings[0]?.value ?? null

/** The numbers of the goal, else of the KPI, that is called like the metric. */
export const numbersOf = ({ goals, kpis }: Measured, metric: string): Numbers | null => {
  const key = keyOf({ dimension: '', metric })
  const goal = goals.find((one) => keyOf({ dimension: '', metric: one.metric }) === key)
  const kpi = kpiMeant(kpis, metric)
  return goal ? ofGoal(goal, kpis) : kpi && ofKpi(kpi)
}

const bare = { number: null, version: 0, source: null, analysis: null, suggestion: null }

/** A row per goal, in their order, then one per KPI that no goal is read by; each metric once. */
export const proposed = ({ goals, kpis }: Measured): Evaluated[] => {
  const read = new Set(goals.map(({ kpiId }) => kpiId))
  const rows = [
    ...goals.map((goal) => ({
      ...{ ...bare, ...ofGoal(goal, kpis), metric: goal.metric },
      dimension: byType[goal.type] ?? dimensionOf(goal.metric),
    })),
    ...kpis
      .filter(({ id }) => !read.has(id))
      .map((kpi) => ({ ...bare, ...ofKpi(kpi), dimension: dimensionOf(kpi.name), metric: kpi.name })),
  ]
  const first = new Map(rows.toReversed().map((row) => [keyOf(row), row]))
  return rows.filter((row) => first.get(keyOf(row)) === row)
}

/** What nobody typed follows the goal or KPI, if it is counted alike. */
const following = (row: Evaluation, measured: Measured): Evaluated => {
  const own = { ...row, kind: row.kind as ValueKind, compare: row.compare as Compare | null }
  if (row.target !== null && row.actual !== null) return own
  const known = numbersOf(measured, row.metric)
  if (!known) return own
  if (row.target === null && row.actual === null) return { ...own, ...known }
  const alike = known.kind === own.kind && (own.unit === '' || known.unit === '' || own.unit === known.unit)
  if (!alike) return own
  const unit = own.unit || known.unit
  return row.target === null
    ? { ...own, unit, target: known.target, compare: known.compare }
    : { ...own, unit, actual: known.actual }
}

/** All rows as the table prints them: those that are kept, or where there are none what the campaign measures. */
export const evaluatedOf = async (db: Db, campaignId: number): Promise<Evaluated[]> => {
  const measured = await measuredIn(db, campaignId)
  const kept = await evaluationsOf(db, campaignId)
  return kept.length === 0 ? proposed(measured) : kept.map((row) => following(row, measured))
}
