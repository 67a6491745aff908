/** `template show`: what a version of a template creates, who saved it and why. */
import { z } from 'zod'
import { suggested, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { personById } from '../../people/index.js'
import { findTemplate } from '../find.js'
import { templateCard } from '../show.cards.js'
import { templateNames } from '../template.js'
import { versionRef } from '../words.js'

export const templateShow = defineCommand({
  name: 'template-show',
  args: z.object({ template: suggested(templateNames), version: word(10).optional() }),
  may: 'read',
  async run(ctx, { template: typed, version }) {
    const { template, row } = await findTemplate(ctx, versionRef(typed, version))
    const author = row && (await personById(ctx.db, row.authorId))
    const zone = ctx.actor?.zone ?? ctx.defaults.zone
    return templateCard({ template, row, author: author?.name ?? row?.authorId ?? '', zone })(ctx.t)
  },
})
