/** `programme add`: a yearly or quarterly programme, to group campaigns under. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { keyOf, longestName } from '../programme.js'
import { addProgramme, programmeCalled } from '../programme.repo.js'
import { programmeView } from '../programme.views.js'

export const programmeAdd = defineCommand({
  name: 'programme-add',
  args: z.object({ name: word(10_000) }),
  may: 'programme',
  async run(ctx, { name: typed }) {
    const name = typed.replace(/\s+/gu, ' ')
    const length = [...name].length
    if (length > longestName)
      throw new UserError('programme.error.long', { length, max: longestName }, { field: 'name' })
    const made = { name, key: keyOf(name), createdById: ctx.actor?.id ?? '', createdAt: ctx.at }
    const isNew = await addProgramme(ctx.db, made)
    const stored = await programmeCalled(ctx.db, made.key)
    if (!isNew || !stored)
      throw new UserError('programme.error.there', { name: cut(stored?.name ?? name, 60) }, { field: 'name' })
    await ctx.record({ action: 'programme.added', subject: `programme:${stored.id}`, after: { name } })
    return programmeView(stored)
  },
})
