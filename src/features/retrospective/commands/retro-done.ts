/** `retro done`: a measure is done, or not yet after all; by its owner or whoever leads the campaign. */
import { z } from 'zod'
import { choice, ref, seen, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { findCampaign, mustBeOpen } from '../../campaign/index.js'
import { findRow } from '../find.js'
import { overtaken } from '../keep.js'
import { subjectsOf } from '../retrospective.js'
import { updateRetroRow } from '../retrospective.repo.js'
import { retroView } from '../retrospective.views.js'
import { mustOwn } from '../rights.js'

export const retroDone = defineCommand({
  name: 'retro-done',
  args: z.object({
    row: ref(),
    to: choice(['done', 'open']).default('done'),
    campaign: word().optional(),
    seen: seen(),
  }),
  may: 'work',
  async run(ctx, { row: given, to, campaign: named, seen: version }) {
    const campaign = await findCampaign(ctx, named, { command: 'retro-done', args: { row: given, to } })
    mustBeOpen(ctx, campaign)
    const row = await findRow(ctx, campaign, given)
    const actor = mustOwn(ctx, campaign, row, 'owner')
    if (row.measure === null) throw new UserError('retrospective.error.noMeasure', {}, { field: 'row' })
    // Whoever has ticked it, it is what was asked for: no version is compared.
    if ((row.doneAt !== null) === (to === 'done')) throw new UserError(`retrospective.error.${to}`)
    const data = to === 'done' ? { doneAt: ctx.at, doneById: actor.id } : { doneAt: null, doneById: null }
    if (!(await updateRetroRow(ctx.db, row, data))) throw overtaken(campaign)
    const { id } = campaign
    const after = { number: row.number, measure: row.measure, done: to === 'done' }
    await ctx.record({ action: 'retro.done', subject: `campaign:${id}`, campaign: id, after })
    await ctx.changed(...subjectsOf(id))
    // The card that was pressed is redrawn: only a typed line is answered with one.
    return version === undefined ? retroView(id) : null
  },
})
