/** `unlink` and `person unlink`: an account that was linked by mistake is not this person's any more. */
import { z } from 'zod'
import { choice, someone } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findPerson } from '../find.js'
import { unlinkedCard } from '../linked.cards.js'
import { platforms } from '../people.js'
import { unlink as takeApart } from '../unlink.js'

export const unlink = defineCommand({
  name: 'unlink',
  args: z.object({ platform: choice(platforms) }),
  may: 'ask',
  async run(ctx, { platform }) {
    if (!ctx.actor) throw new Error('an account belongs to somebody')
    const { name } = await takeApart(ctx, ctx.actor.id, platform)
    return unlinkedCard({ name, platform })(ctx.t)
  },
})

export const personUnlink = defineCommand({
  name: 'person-unlink',
  args: z.object({ person: someone(), platform: choice(platforms) }),
  may: 'people',
  async run(ctx, { person: named, platform }) {
    const { id, name } = await takeApart(ctx, (await findPerson(ctx, named, 'person')).id, platform)
    const told = { view: 'people.unlinked', args: { person: id, platform } }
    if (id !== ctx.actor?.id)
      await ctx.tell({ person: id }, told, { everywhere: true, because: 'person.unlink' })
    return unlinkedCard({ name, platform })(ctx.t)
  },
})
