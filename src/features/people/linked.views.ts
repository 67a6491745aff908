/** What the news of linked accounts shows, read when it is sent. */
import { defineView, type View } from '../../kit/view.js'
import { platformsOf } from './link.js'
import { type LinkedState, linkedCard } from './linked.cards.js'
import { personById } from './people.repo.js'

export const views: Record<string, View> = {
  'people.linked': defineView<LinkedState>({
    async load({ db }, args) {
      const person = await personById(db, args.person ?? '')
      return person?.active ? { name: person.name, platforms: platformsOf(person) } : null
    },
    draw: linkedCard,
  }),
}
