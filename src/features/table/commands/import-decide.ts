/** The buttons of a preview: keep what it shows, once, or forget it. */
import { z } from 'zod'
import { ref, seen } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { Overtaken, UserError } from '../../../kit/errors.js'
import { campaignById, mustBeOpen, mustLead } from '../../campaign/index.js'
import type { Outcome } from '../importer.js'
import { importerOf } from '../importers.js'
import type { PrintedTable } from '../printed.js'
import { type Draft, decideDraft, draftById, keptFor } from '../table.repo.js'

const args = z.object({ draft: ref(), seen: seen() })

const found = async (ctx: Context, id: string) => {
  const draft = await draftById(ctx.db, Number(id))
  const campaign = draft && (await campaignById(ctx.db, draft.campaignId))
  if (!draft || !campaign || draft.createdAt.getTime() < ctx.at.getTime() - keptFor)
    throw new UserError('table.error.gone')
  mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  if (draft.status !== 'open') throw decided(draft)
  const importer = importerOf(draft.table)
  if (!importer) throw new UserError('table.error.gone')
  return { draft, campaign, importer }
}

const decided = ({ status }: Pick<Draft, 'status'>): UserError =>
  new UserError(status === 'dropped' ? 'table.error.dropped' : 'table.error.applied')

const shown = async (ctx: Context, { id }: Draft) => {
  await ctx.changed(`import:${id}`)
  return { view: 'table.import', args: { draft: String(id) }, subjects: [`import:${id}`] }
}

export const importApply = defineCommand({
  name: 'import-apply',
  args,
  may: 'lead',
  hidden: true,
  async run(ctx, { draft: id }) {
    const { draft, campaign, importer } = await found(ctx, id)
    const rows = draft.rows as readonly unknown[]
    const outcome = await importer.outlook(ctx, campaign, rows, ctx.actor?.id ?? '')
    const asSeen = outcome.digest === (draft.outcome as unknown as Outcome).digest
    const status = asSeen ? 'applied' : 'open'
    if (!(await decideDraft(ctx.db, draft, { status, outcome: outcome as object })))
      throw new Overtaken('table.error.applied')
    const source = { table: draft.table as PrintedTable, hash: draft.hash }
    if (asSeen) await importer.apply(ctx, campaign, rows, source)
    const answer = await shown(ctx, draft)
    return asSeen
      ? answer
      : card(ctx.t('table.import.moved.title'), [text(ctx.t('table.import.moved.text'))], 'warn')
  },
})

export const importDrop = defineCommand({
  name: 'import-drop',
  args,
  may: 'lead',
  hidden: true,
  async run(ctx, { draft: id }) {
    const { draft } = await found(ctx, id)
    if (!(await decideDraft(ctx.db, draft, { status: 'dropped' }))) throw new Overtaken('table.error.applied')
    return shown(ctx, draft)
  },
})
