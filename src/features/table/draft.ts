/** A shown table from its cells to a preview: recognised, read, kept as a draft that a button applies. */
import type { Answer, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { hashOf } from '../../kit/hash.js'
import type { Prisma } from '../../kit/store.js'
import { type Campaign, mustBeOpen, mustLead } from '../campaign/index.js'
import { type Finding, isRefusal } from './finding.js'
import { refusedCard } from './import.cards.js'
import { importers } from './importers.js'
import type { Grid } from './read/grid.js'
import { recognise } from './read/recognise.js'
import type { Understood } from './rows/cells.js'
import { addDraft } from './table.repo.js'

/** Findings that are kept; refusals first, more are only counted. */
const mostFindings = 200

/**
 * The preview of the table in `grids`, for whoever leads the campaign.
 * @throws UserError when it is none of the twelve tables
 */
export const preview = async (ctx: Context, campaign: Campaign, grids: readonly Grid[]): Promise<Answer> => {
  mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  const found = recognise(ctx.t, grids)
  const importer = importers[found.table]
  const read = await importer.read(ctx, campaign, found)
  if (read.rows.length + read.refused === 0) throw new UserError('table.error.empty', {}, { field: 'pasted' })
  if (read.rows.length === 0)
    return refusedCard(ctx.t, found.table, { ...read, findings: bySeverity(read.findings) })
  const { table } = found
  const rows = read.rows as Prisma.InputJsonArray
  const outcome = await importer.outlook(ctx, campaign, rows, ctx.actor?.id ?? '')
  const made = { campaignId: campaign.id, actorId: ctx.actor?.id ?? '', createdAt: ctx.at }
  const what = { table, rows, hash: hashOf(rows), outcome: outcome as object }
  const draft = await addDraft(ctx.db, { ...what, ...noticed(read), ...made }, ctx.at)
  return { view: 'table.import', args: { draft: String(draft.id) }, subjects: [`import:${draft.id}`] }
}

const noticed = ({ findings, refused }: Understood<unknown>) => ({
  findings: { shown: bySeverity(findings).slice(0, mostFindings), count: findings.length } as object,
  refused,
})

/** @returns first what leaves rows out, from top to bottom */
const bySeverity = (findings: readonly Finding[]): Finding[] => {
  const inOrder = [...findings].sort((a, b) => a.row - b.row)
  return [...inOrder.filter(isRefusal), ...inOrder.filter((one) => !isRefusal(one))]
}
