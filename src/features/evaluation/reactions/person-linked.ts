/** Two people are one: what the other wrote was theirs. */
import { defineReaction } from '../../../kit/event.js'
import { renameIn } from '../evaluation.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run({ db }, { survivor, other }) {
    await renameIn(db, other.id, survivor.id)
  },
})
