/** `home`: everything that waits for me over all campaigns, with its buttons. */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import { subjectsOf } from '../home.js'

export const home = defineCommand({
  name: 'home',
  personal: true,
  args: z.object({}),
  may: 'ask',
  async run(ctx) {
    if (!ctx.actor) throw new Error('a page of work needs somebody')
    const { id } = ctx.actor
    return { view: 'home.work', args: { person: id }, subjects: subjectsOf(id) }
  },
})
