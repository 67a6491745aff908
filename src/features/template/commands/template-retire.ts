/** `template retire`: a version is offered no more; campaigns made from it keep it. */
import { z } from 'zod'
import { suggested, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { Overtaken, UserError } from '../../../kit/errors.js'
import { holds } from '../../../kit/rights.js'
import { cut } from '../../../kit/text.js'
import { findTemplate } from '../find.js'
import { templateNames } from '../template.js'
import { retire } from '../template.repo.js'
import { versionRef } from '../words.js'

export const templateRetire = defineCommand({
  name: 'template-retire',
  args: z.object({ template: suggested(templateNames), version: word(10).optional() }),
  may: 'templates',
  async run(ctx, { template: typed, version: wanted }) {
    const { row } = await findTemplate(ctx, versionRef(typed, wanted))
    if (!row) throw new UserError('template.error.builtIn', {}, { field: 'template' })
    const { id, authorId, version } = row
    const said = { name: cut(row.name, 60), version }
    const actor = ctx.actor
    const may = actor && holds(actor.roles, 'templates', { own: actor.id === authorId })
    const subject = `template:${id}`
    if (!may)
      throw new UserError('template.error.notAuthor', said, {
        record: { action: 'template.denied', subject },
      })
    if (row.retiredAt) throw new UserError('template.error.retired', said, { field: 'template' })
    if (!(await retire(ctx.db, id, actor?.id ?? '', ctx.at)))
      throw new Overtaken('template.error.retired', said)
    await ctx.record({ action: 'template.retired', subject, after: said })
    return card(ctx.t('template.retire.title', said), [text(ctx.t('template.retire.done', said))], 'good')
  },
})
