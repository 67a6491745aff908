/** Two people are one: what the other tested was theirs. */
import { defineReaction } from '../../../kit/event.js'
import { renameIn } from '../golive.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run({ db }, { survivor, other }) {
    await renameIn(db, other.id, survivor.id)
  },
})
