/** `templates`: what each template creates, and which versions teams have saved. */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import { peopleByIds } from '../../people/index.js'
import { templates } from '../catalogue.js'
import { templateListCard } from '../template.cards.js'
import { allVersions } from '../template.repo.js'

/** Versions that are listed. */
const most = 20

export const templateList = defineCommand({
  name: 'template-list',
  args: z.object({}),
  may: 'read',
  async run(ctx) {
    const { versions, total } = await allVersions(ctx.db, most)
    const authors = await peopleByIds(
      ctx.db,
      versions.map(({ authorId }) => authorId),
    )
    const names = Object.fromEntries(authors.map(({ id, name }) => [id, name]))
    const zone = ctx.actor?.zone ?? ctx.defaults.zone
    return templateListCard(Object.values(templates), { versions, total, names, zone })(ctx.t)
  },
})
