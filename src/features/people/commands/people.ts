/** `people`: who takes part, with department and positions. */
import { z } from 'zod'
import { card, list, note } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { allPeople } from '../people.repo.js'

/** Lines a card shows. */
const most = 30

export const people = defineCommand({
  name: 'people',
  args: z.object({}),
  may: 'read',
  async run(ctx) {
    const everybody = await allPeople(ctx.db)
    const lines = everybody.slice(0, most).map((person) => {
      const roles = person.roles.map(({ role }) => ctx.t.named('people.role', role)).join(', ')
      return { text: [{ bold: person.name }, ` · ${person.department?.name ?? '–'} · ${roles || '–'}`] }
    })
    const more = everybody.length - lines.length
    return card(ctx.t('people.list.title', { count: everybody.length }), [
      list(lines),
      more > 0 ? note(ctx.t('people.list.more', { count: more })) : null,
    ])
  },
})
