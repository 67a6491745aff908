/** Two people are one: what the other saved was saved by them. */
import { defineReaction } from '../../../kit/event.js'
import { renameIn } from '../template.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run({ db }, { survivor, other }) {
    await renameIn(db, other.id, survivor.id)
  },
})
