/** Rows of an execution monitor become KPIs and readings: all or none, and what turns red by them is told to the channel. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { formatId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { Decimal } from '../../kit/value.js'
import { type Campaign, leadersOf } from '../campaign/index.js'
import { limitText, mostKpis, targetText } from './kpi.js'
import { addKpi, changeKpi, type Kpi, kpiById, kpisOf } from './kpi.repo.js'
import { alert, isNewlyRed, keepReading } from './reading.js'
import { changeIn, isNews, type KpiRow } from './row.js'

export interface KpiPlan {
  added: readonly KpiRow[]
  changed: readonly { row: KpiRow; stands: Kpi }[]
}

/** So many cards at once are still read; more are told as one table. */
const mostAlerts = 5

/**
 * Live values become readings of now where they are not already the last ones.
 * @param source where the rows come from, for the log
 * @throws UserError when a new KPI has no target, or somebody has changed one since
 */
export const importKpis = async (
  ctx: Context,
  campaign: Campaign,
  { added, changed }: KpiPlan,
  source: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await mayBeMore(ctx, campaign, added.length)
  const done: { before: Kpi | null; now: Kpi }[] = []
  for (const row of added) done.push({ before: null, now: await add(ctx, campaign, row) })
  for (const { row, stands } of changed)
    done.push({ before: stands, now: await alter(ctx, campaign, row, stands) })
  await record(ctx, campaign, { added, changed }, source)
  const red = done.filter(({ before, now }) => isNewlyRed(before, now)).map(({ now }) => now)
  await alertOf(ctx, campaign, red)
  const leaders = leadersOf(campaign).map((person) => `kpis-of:${person}`)
  await ctx.changed(`campaign:${campaign.id}`, ...done.map(({ now }) => `kpi:${now.id}`), ...leaders)
}

const add = async (ctx: Context, campaign: Campaign, row: KpiRow): Promise<Kpi> => {
  const { target, kind, unit, better, ...rest } = changeIn(null, row)
  const name = cut(row.name, 200)
  if (!target || !kind || unit === undefined || !better)
    throw new UserError('kpi.error.noTarget', { name: cut(name, 60) })
  const columns = { metric: name, name, target, kind, unit, better, ...rest }
  return live(ctx, await addKpi(ctx.db, { campaignId: campaign.id, ...columns }), row)
}

const alter = async (ctx: Context, campaign: Campaign, row: KpiRow, kpi: Kpi): Promise<Kpi> => {
  const data = changeIn(kpi, row)
  if (Object.keys(data).length > 0 && !(await changeKpi(ctx.db, kpi, data)))
    throw new Overtaken('kpi.error.changed', { name: cut(kpi.name, 60), campaign: cut(campaign.name, 60) })
  return live(ctx, (await kpiById(ctx.db, kpi.id)) ?? kpi, row)
}

const live = async (ctx: Context, kpi: Kpi, row: KpiRow): Promise<Kpi> =>
  row.live === undefined || !isNews(kpi, row)
    ? kpi
    : { ...kpi, readings: [await keepReading(ctx, kpi, new Decimal(row.live))] }

const mayBeMore = async (ctx: Context, { id }: Campaign, added: number): Promise<void> => {
  if (added > 0 && (await kpisOf(ctx.db, id)).length + added > mostKpis)
    throw new UserError('kpi.error.many', { max: mostKpis })
}

const told = (kpi: Kpi) => ({ target: targetText(kpi), threshold: limitText(kpi), measure: kpi.measure })

const record = async (
  ctx: Context,
  { id }: Campaign,
  { added, changed }: KpiPlan,
  source: object,
): Promise<void> => {
  const before = changed.map(({ stands }) => [formatId('K', stands.number), told(stands)])
  const changes = changed.map(({ stands, row }) => [formatId('K', stands.number), row])
  const after = { ...source, added: added.length, changed: changed.length, changes }
  await ctx.record({ action: 'kpi.import', subject: `campaign:${id}`, campaign: id, before, after })
}

const alertOf = async (ctx: Context, { id }: Campaign, red: readonly Kpi[]): Promise<void> => {
  if (red.length > mostAlerts) {
    const view = { view: 'kpi.table', args: { campaign: String(id) } }
    const options = { replaces: `kpis:${id}:${ctx.at.getTime()}`, subjects: [`campaign:${id}`] }
    return ctx.tell({ campaign: id }, view, { ...options, because: 'kpi.red' })
  }
  for (const kpi of red) await alert(ctx, kpi, kpi.readings[0]?.id ?? 0)
}
