/** `person link`: an administrator says that two people who are known here are one; the first one stays. */
import { z } from 'zod'
import { someone } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { findPerson } from '../find.js'
import { link } from '../link.js'

export const personLink = defineCommand({
  name: 'person-link',
  args: z.object({ person: someone(), same: someone() }),
  may: 'people',
  async run(ctx, args) {
    const survivor = await findPerson(ctx, args.person, 'person')
    const other = await findPerson(ctx, args.same, 'same')
    const { name } = survivor
    if (survivor.id === other.id) throw new UserError('people.error.sameAlready', { name }, { field: 'same' })
    await link(ctx, survivor.id, other.id)
    const told = ctx.t('people.joined.text', { name, other: other.name })
    return card(ctx.t('people.joined.title', { name }), [text(told)], 'good')
  },
})
