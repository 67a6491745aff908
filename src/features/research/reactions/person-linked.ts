/** Two people are one: what the other found out was theirs. */
import { defineReaction } from '../../../kit/event.js'
import { renameIn } from '../research.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run({ db }, { survivor, other }) {
    await renameIn(db, other.id, survivor.id)
  },
})
