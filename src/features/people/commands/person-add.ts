/** `person add`: somebody new joins. */
import { z } from 'zod'
import { choice, someone, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { isZone } from '../../../kit/time.js'
import { languages, type Translate } from '../../../kit/translate.js'
import { bareName, isRole, roles } from '../people.js'
import { addPerson, peopleCalled } from '../people.repo.js'

export const personAdd = defineCommand({
  name: 'person-add',
  args: z.object({
    name: someone(),
    department: word(100).optional(),
    roles: word(500).optional(),
    language: choice(languages).optional(),
    zone: word(60).optional(),
  }),
  may: ['admin'],
  async run(ctx, args) {
    const name = bareName(args.name)
    if ((await peopleCalled(ctx.db, name)).length > 0)
      throw new UserError('people.error.taken', { name }, { field: 'name' })
    const named = rolesIn(ctx.t, args.roles ?? 'member')
    const zone = args.zone ?? ctx.actor?.zone ?? 'Asia/Shanghai'
    if (!isZone(zone)) throw new UserError('people.error.zone', { zone }, { field: 'zone' })
    const id = `p${(await ctx.db.person.count()) + 1}`
    const language = args.language ?? ctx.t.language
    const department = args.department ?? null
    const platform = ctx.platform === 'clock' ? 'playground' : ctx.platform
    await addPerson(
      ctx.db,
      { id, name, language, zone, department, roles: named, platform, account: id },
      ctx.at,
    )
    await ctx.record({
      action: 'person.add',
      subject: `person:${id}`,
      after: { name, department, roles: named, language, zone },
    })
    return card(ctx.t('people.added.title', { name }), [text(ctx.t('people.added.text', { name }))], 'good')
  },
})

/** Roles by their key or by their word in the person's language, separated by commas or blanks. */
const rolesIn = (t: Translate, text: string): string[] => {
  const byWord = new Map<string, string>(roles.map((role) => [t.named('people.role', role), role]))
  const words = text.split(/[,，、\s]+/).filter((word) => word !== '')
  const found = words.map((word) => {
    const role = isRole(word) ? word : byWord.get(word)
    if (role === undefined) throw new UserError('people.error.role', { role: word }, { field: 'roles' })
    return role
  })
  return [...new Set(['member', ...found])]
}
