/** What the news of linked accounts shows, read when it is sent. */
import { defineView, type View } from '../../kit/view.js'
import { type LinkedState, linkedCard, type UnlinkedState, unlinkedCard } from './linked.cards.js'
import { personById } from './people.repo.js'
import { platformsOf } from './profile.js'

export const views: Record<string, View> = {
  'people.linked': defineView<LinkedState>({
    async load({ db }, args) {
      const person = await personById(db, args.person ?? '')
      return person?.active ? { name: person.name, platforms: platformsOf(person) } : null
    },
    draw: linkedCard,
  }),
  'people.unlinked': defineView<UnlinkedState>({
    async load({ db }, { person = '', platform = '' }) {
      const of = await personById(db, person)
      return of?.active ? { name: of.name, platform } : null
    },
    draw: unlinkedCard,
  }),
}
