/** `person add`: somebody new joins. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { choice, someone, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { isZone } from '../../../kit/time.js'
import { languages, type Translate } from '../../../kit/translate.js'
import { bareName, isRole, roles } from '../people.js'
import { addPerson, peopleCalled } from '../people.repo.js'

export const personAdd = defineCommand({
  name: 'person-add',
  args: z.object({
    name: someone(200),
    department: word(100).optional(),
    roles: word(500).optional(),
    language: choice(languages).optional(),
    zone: word(60).optional(),
  }),
  may: 'people',
  async run(ctx, args) {
    const name = await freeName(ctx, args.name)
    const named = rolesIn(ctx.t, args.roles ?? 'member')
    const zone = args.zone ?? ctx.actor?.zone ?? ctx.defaults.zone
    if (!isZone(zone)) throw new UserError('people.error.zone', { zone }, { field: 'zone' })
    const { language = ctx.t.language, department = null } = args
    const id = `p-${randomUUID().slice(-12)}`
    // Elsewhere accounts are made by the platform itself, and whoever has one comes with it.
    const account = ctx.platform === 'playground' ? { platform: ctx.platform, account: id } : null
    await addPerson(ctx.db, { id, name, language, zone, department, roles: named, account }, ctx.at)
    await ctx.record({
      action: 'person.add',
      subject: `person:${id}`,
      after: { name, department, roles: named, language, zone },
    })
    return card(ctx.t('people.added.title', { name }), [text(ctx.t('people.added.text', { name }))], 'good')
  },
})

const mentions = /<(?:@|!group:)[^>]+>/

/** @throws UserError when somebody is called so, or when it is a mention of somebody the platform does not tell of. */
const freeName = async (ctx: Context, text: string): Promise<string> => {
  const name = bareName(text)
  const [taken] = await peopleCalled(ctx.db, name)
  if (taken) throw new UserError('people.error.taken', { name: taken.name }, { field: 'name' })
  if (mentions.test(text)) throw new UserError('people.error.mention', {}, { field: 'name' })
  return name
}

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
