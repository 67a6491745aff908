/** Rows become the evaluation of a campaign: found by dimension and metric, kept, and recorded once. */
import type { Context } from '../../kit/context.js'
import { Overtaken } from '../../kit/errors.js'
import { type Compare, Decimal } from '../../kit/value.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { type Evaluated, keyOf } from './evaluation.js'
import { addEvaluations, type EvaluationChange, evaluationsOf, updateEvaluation } from './evaluation.repo.js'
import { type EvaluationPlan, type EvaluationRow, evaluationPlan } from './plan.js'
import { evaluatedOf } from './rows.js'

const decimal = (digits: string | null | undefined): Decimal | null => (digits ? new Decimal(digits) : null)

const written = (ctx: Context) => ({ byId: ctx.actor?.id ?? '', at: ctx.at })

const newRow = (ctx: Context, campaignId: number, number: number, row: EvaluationRow) => {
  const { dimension, metric, kind, unit, compare, source = null, analysis = null, suggestion = null } = row
  const numbers = { target: decimal(row.target), actual: decimal(row.actual), kind, unit, compare }
  return {
    ...{ campaignId, number, dimension, metric, ...numbers },
    ...{ source, analysis, suggestion, ...written(ctx) },
  }
}

const changeOf = (ctx: Context, { row, stands, columns }: EvaluationPlan['changed'][number]) => {
  const said = columns.filter((column) => column !== 'target' && column !== 'actual')
  const own = Object.fromEntries(said.map((column) => [column, row[column as 'source'] ?? null]))
  if (said.length === columns.length) return { ...own, ...written(ctx) } satisfies EvaluationChange
  const unit = row.unit || (row.kind === stands.kind ? stands.unit : '')
  return {
    ...{ ...own, ...written(ctx), kind: row.kind, unit },
    ...(row.target !== undefined && { target: decimal(row.target), compare: row.compare as Compare | null }),
    ...(row.actual !== undefined && { actual: decimal(row.actual) }),
  } satisfies EvaluationChange
}

const overtaken = ({ id }: Campaign) =>
  new Overtaken('evaluation.error.changed', { campaign: campaignRef(id) })

const addRows = async (ctx: Context, campaign: Campaign, rows: readonly EvaluationRow[]): Promise<void> => {
  if (rows.length === 0) return
  const last = (await evaluationsOf(ctx.db, campaign.id)).at(-1)?.number ?? 0
  const fresh = rows.map((row, i) => newRow(ctx, campaign.id, last + i + 1, row))
  if (!(await addEvaluations(ctx.db, fresh))) throw overtaken(campaign)
}

/** What is only made from goals and KPIs is kept from now on, and follows them still. */
export const keepProposed = async (ctx: Context, campaign: Campaign): Promise<void> => {
  const rows = (await evaluatedOf(ctx.db, campaign.id)).filter(({ number }) => number === null)
  await addRows(
    ctx,
    campaign,
    rows.map(({ dimension, metric, kind, unit, compare }) => ({ dimension, metric, kind, unit, compare })),
  )
}

/**
 * Keeps `rows` with one entry in the log. A table that changes nothing is not kept; of one that does, the rows that are
 * only made from goals and KPIs stay with the others.
 * @param origin what the audit log says of where they come from
 * @throws UserError when somebody was faster
 */
export const keepEvaluation = async (
  ctx: Context,
  campaign: Campaign,
  rows: readonly EvaluationRow[],
  origin: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const plan = await evaluationPlan(ctx, campaign.id, rows)
  if (plan.added.length + plan.changed.length === 0) return
  const made = [...plan.changed.map(({ stands }) => stands), ...plan.unchanged].filter(
    ({ number }) => number === null,
  )
  const fresh = new Set([...plan.added, ...made].map(keyOf))
  await addRows(
    ctx,
    campaign,
    rows.filter((row) => fresh.has(keyOf(row))),
  )
  for (const one of plan.changed) {
    const { number, version } = one.stands
    const kept = { campaignId: campaign.id, number: number ?? 0, version }
    if (number !== null && !(await updateEvaluation(ctx.db, kept, changeOf(ctx, one))))
      throw overtaken(campaign)
  }
  await recorded(ctx, campaign, plan, origin)
}

const recorded = async (ctx: Context, { id }: Campaign, plan: EvaluationPlan, origin: object) => {
  const { added, changed, unchanged } = plan
  const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length }
  const before = changed.map(({ stands, columns }) => [
    stands.metric,
    Object.fromEntries(columns.map((column) => [column, stands[column as keyof Evaluated]])),
  ])
  const after = { ...origin, ...counts, rows: [...added, ...changed.map(({ row }) => row)].slice(0, 50) }
  await ctx.record({ action: 'evaluation.set', subject: `campaign:${id}`, campaign: id, before, after })
  await ctx.changed(`campaign:${id}`)
}
