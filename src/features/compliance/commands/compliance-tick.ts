/** `compliance tick`: a thing is checked, with a note, or open again. */

import { z } from 'zod'
import { choice, long, ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { folded } from '../../../kit/fold.js'
import { cut } from '../../../kit/text.js'
import { type Campaign, findCampaign, mustBeOpen } from '../../campaign/index.js'
import { itemName } from '../compliance.cards.js'
import { type ComplianceItem, itemsOf, tick } from '../compliance.repo.js'
import { checklistView } from '../compliance.views.js'

export const complianceTick = defineCommand({
  name: 'compliance-tick',
  args: z.object({
    item: ref(),
    note: long(1000).optional(),
    to: choice(['done', 'open']).default('done'),
    campaign: word().optional(),
  }),
  may: 'work',
  async run(ctx, { item: named, note = null, to, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'compliance-tick', args: { item: named, to } })
    mustBeOpen(ctx, campaign)
    const item = await itemCalled(ctx, campaign, named)
    const already = (item.doneAt === null) === (to === 'open')
    const done = { doneAt: ctx.at, doneById: ctx.actor?.id ?? null, note }
    const wish = to === 'done' ? done : { doneAt: null, doneById: null, note: null }
    if (already || !(await tick(ctx.db, item, wish))) {
      const key = to === 'done' ? 'compliance.error.done' : 'compliance.error.open'
      throw new UserError(key, { name: cut(itemName(ctx.t, item), 100) })
    }
    const { id } = campaign
    const after = { number: item.number, ...(note && { note }) }
    await ctx.record({ action: `compliance.${to}`, subject: `campaign:${id}`, campaign: id, after })
    await ctx.changed(`campaign:${id}`)
    return checklistView(id)
  },
})

/** By its number, or by what it says. */
const itemCalled = async (ctx: Context, campaign: Campaign, named: string): Promise<ComplianceItem> => {
  const items = await itemsOf(ctx.db, campaign.id)
  const found =
    items.find(({ number }) => String(number) === named) ??
    items.find((item) => folded(itemName(ctx.t, item)) === folded(named))
  if (found) return found
  throw new UserError(
    'compliance.error.unknown',
    { given: cut(named, 60), count: items.length },
    { field: 'item' },
  )
}
