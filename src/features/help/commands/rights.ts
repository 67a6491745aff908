/** `rights`: what the acting person may do, and what is missing for the rest (F124). */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import { rightsCard } from '../rights.cards.js'

export const rights = defineCommand({
  name: 'rights',
  args: z.object({}),
  may: 'ask',
  personal: true,
  async run(ctx) {
    return rightsCard({ roles: ctx.actor?.roles ?? [] })(ctx.t)
  },
})
