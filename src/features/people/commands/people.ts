/** `people`: who takes part, with department and positions. */
import { z } from 'zod'
import { card, list } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { allPeople } from '../people.repo.js'

export const people = defineCommand({
  name: 'people',
  args: z.object({}),
  may: 'anyone',
  async run(ctx) {
    const everybody = await allPeople(ctx.db)
    const lines = everybody.map((person) => {
      const roles = person.roles.map(({ role }) => ctx.t.named('people.role', role)).join(', ')
      return { text: [{ bold: person.name }, ` · ${person.department?.name ?? '–'} · ${roles || '–'}`] }
    })
    return card(ctx.t('people.list.title', { count: everybody.length }), [list(lines)])
  },
})
