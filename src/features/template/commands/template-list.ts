/** `templates`: what each template creates. */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import { templates } from '../catalogue.js'
import { templateListCard } from '../template.cards.js'

export const templateList = defineCommand({
  name: 'template-list',
  args: z.object({}),
  may: 'anyone',
  async run(ctx) {
    return templateListCard(Object.values(templates))(ctx.t)
  },
})
