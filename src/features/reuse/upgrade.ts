/** A newer version is taken over: exactly what was shown, in one piece, recorded. */
import type { Context } from '../../kit/context.js'
import { addDays } from '../../kit/time.js'
import { calendarOf } from '../calendar/index.js'
import { type Campaign, changeCampaign, movePhases } from '../campaign/index.js'
import { addKpi, removeKpi, updateKpi } from '../kpi/index.js'
import { addReports, moveReport } from '../report/index.js'
import { importTasks, nextNumber, replaceParts, tasksOf } from '../task/index.js'
import { reportsFor, templateOf, versionName } from '../template/index.js'
import type { Entry } from './diff.js'
import type { Outlook } from './outlook.js'
import { saveUse } from './reuse.repo.js'
import { rowsFor } from './upgrade.rows.js'

/** @throws UserError when what it rests on has changed in the meantime */
export const upgrade = async (ctx: Context, outlook: Outlook): Promise<Campaign> => {
  const { row, from, changes, kept, theirs } = outlook
  const moved = await movedPhases(ctx, outlook)
  const numbers = await bringTasks(ctx, { ...outlook, campaign: moved })
  await bringKpis(ctx, outlook)
  await bringReports(ctx, outlook, moved)
  await saveUse(ctx.db, moved.id, { content: theirs, numbers })
  const short = ({ part, name, how }: Entry) => `${how} ${part} ${name.slice(0, 100)}`
  const before = { template: from.saved ? versionName(from.saved) : from.name }
  return changeCampaign(ctx, moved, {
    ...{ action: 'campaign.template', before },
    after: { template: versionName(row), changes: changes.map(short), kept: kept.length },
    data: { templateVersionId: row.id },
  })
}

const of = (outlook: Outlook, part: Entry['part'], how?: Entry['how']): Entry[] =>
  outlook.changes.filter((entry) => entry.part === part && (how === undefined || entry.how === how))

const movedPhases = async (ctx: Context, outlook: Outlook): Promise<Campaign> => {
  const { campaign, theirs } = outlook
  const keys = of(outlook, 'phase').map(({ key }) => key)
  if (keys.length === 0) return campaign
  const spans = theirs.phases
    .filter(({ key }) => keys.includes(key))
    .map(({ key, label, from, to }) => ({
      ...{ key, label },
      ...{ fromOn: addDays(campaign.launchOn, from), toOn: addDays(campaign.launchOn, to) },
    }))
  const after = { phases: spans.map(({ key, fromOn, toOn }) => ({ key, fromOn, toOn })) }
  return movePhases(ctx, campaign, spans, { action: 'campaign.phase', before: null, after })
}

/** @returns the numbers of all tasks that come from the template */
const bringTasks = async (ctx: Context, outlook: Outlook) => {
  const { campaign, row, theirs, numbers } = outlook
  const entries = of(outlook, 'task')
  if (entries.length === 0) return numbers
  const next = await nextNumber(ctx.db, campaign.id)
  const added = entries.filter(({ how }) => how === 'added').map(({ key }, i) => [key, next + i] as const)
  const all = { ...numbers, ...Object.fromEntries(added) }
  const rows = rowsFor({ ...outlook, numbers: all }, entries)
  await importTasks(ctx, campaign, rows, { template: versionName(row) })
  const ids = new Map((await tasksOf(ctx.db, campaign.id)).map(({ number, id }) => [number, id]))
  for (const { key, how, fields } of entries) {
    const task = theirs.tasks.find((one) => one.key === key)
    const id = ids.get(all[key] ?? 0)
    const brings = how === 'added' || fields.some(({ field }) => field === 'parts')
    if (!task || id === undefined || !brings) continue
    const nodes = task.nodes.map((node) => ({ ...node, onDay: addDays(campaign.launchOn, node.day) }))
    await replaceParts(ctx.db, id, { criteria: task.criteria, nodes })
  }
  return all
}

const bringKpis = async (ctx: Context, outlook: Outlook): Promise<void> => {
  const { campaign, theirs, kpis } = outlook
  for (const { key, how, fields } of of(outlook, 'kpi')) {
    const standing = kpis.find(({ metric }) => metric === key)
    const kpi = theirs.kpis.find(({ metric }) => metric === key)
    if (how === 'removed' && standing) await removeKpi(ctx.db, standing.id)
    if (!kpi) continue
    const { metric, name, measure, better, numbers } = kpi
    if (how === 'added')
      await addKpi(ctx.db, { campaignId: campaign.id, metric, name, measure, better, ...numbers })
    const { target, unit, kind, operator, limit } = numbers
    const columns: Readonly<Record<string, object>> = {
      ...{ name: { name }, measure: { measure }, better: { better } },
      ...{ target: { target, unit, kind }, threshold: { operator, limit } },
    }
    const data = Object.assign({}, ...fields.map(({ field }) => columns[field] ?? {}))
    if (how === 'changed' && standing) await updateKpi(ctx.db, standing.id, data)
  }
}

const bringReports = async (ctx: Context, outlook: Outlook, campaign: Campaign): Promise<void> => {
  const calendar = await calendarOf(ctx.db, campaign.organisation)
  const due = reportsFor(templateOf(outlook.row), campaign, calendar)
  const dated = (how: Entry['how']) =>
    of(outlook, 'report', how).flatMap(({ key }) => due.filter(({ document }) => document === key))
  const added = dated('added').map((one) => ({ ...one, campaignId: campaign.id }))
  if (added.length > 0) await addReports(ctx.db, added)
  for (const { document, dueOn } of dated('changed')) await moveReport(ctx.db, campaign.id, document, dueOn)
}
