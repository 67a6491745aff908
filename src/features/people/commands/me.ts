/** `language`, `zone` and `deputy`: what everybody decides about themselves. */
import { z } from 'zod'
import { choice, someone, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Actor, Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { isZone } from '../../../kit/time.js'
import { languages } from '../../../kit/translate.js'
import { findPerson } from '../find.js'
import { takesPart } from '../people.js'
import { addDeputy, registeredDeputies, removeDeputies, updatePerson } from '../people.repo.js'

const me = (ctx: Context): Actor => {
  if (!ctx.actor) throw new Error('a command about oneself needs somebody')
  return ctx.actor
}

const setting = (ctx: Context, what: string, before: unknown, after: unknown) =>
  ctx.record({ action: `person.${what}`, subject: `person:${me(ctx).id}`, before, after })

export const language = defineCommand({
  name: 'language',
  args: z.object({ language: choice(languages) }),
  may: 'ask',
  async run(ctx, args) {
    await updatePerson(ctx.db, me(ctx).id, { language: args.language })
    await setting(ctx, 'language', me(ctx).language, args.language)
    const t = ctx.t.in(args.language)
    return card(t('people.language.done', { language: args.language }), [], 'good')
  },
})

export const zone = defineCommand({
  name: 'zone',
  args: z.object({ zone: word(60) }),
  may: 'ask',
  async run(ctx, args) {
    if (!isZone(args.zone)) throw new UserError('people.error.zone', { zone: args.zone }, { field: 'zone' })
    await updatePerson(ctx.db, me(ctx).id, { zone: args.zone })
    await setting(ctx, 'zone', me(ctx).zone, args.zone)
    return card(ctx.t('people.zone.done', { zone: args.zone }), [], 'good')
  },
})

/** What waits for somebody's decision, where cards show it. */
const decisionsOf = (person: string): string => `approvals-of:${person}`

export const deputy = defineCommand({
  name: 'deputy',
  args: z.object({ person: someone().optional() }),
  may: 'work',
  async run(ctx, args) {
    const before = await registeredDeputies(ctx.db, [me(ctx).id])
    await removeDeputies(ctx.db, me(ctx).id)
    if (args.person === undefined) {
      await ctx.changed(...before.map(decisionsOf))
      await setting(ctx, 'deputy', undefined, null)
      return card(ctx.t('people.deputy.none'), [], 'good')
    }
    const person = await findPerson(ctx, args.person, 'person')
    if (person.id === me(ctx).id) throw new UserError('people.error.ownDeputy', {}, { field: 'person' })
    if (!takesPart(person)) {
      throw new UserError('people.error.deputyReads', { name: person.name }, { field: 'person' })
    }
    await addDeputy(ctx.db, me(ctx).id, person.id)
    await ctx.changed(...[...before, person.id].map(decisionsOf))
    await setting(ctx, 'deputy', undefined, person.id)
    return card(
      ctx.t('people.deputy.title'),
      [text(ctx.t('people.deputy.done', { name: person.name }))],
      'good',
    )
  },
})
