/** Two people are one: what the other wrote and answered for is theirs from now on. */
import { defineReaction } from '../../../kit/event.js'
import { subjectsOf } from '../retrospective.js'
import { renameIn } from '../retrospective.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run(ctx, { survivor, other }) {
    const campaigns = await renameIn(ctx.db, other.id, survivor.id)
    await ctx.changed(...campaigns.flatMap(subjectsOf))
  },
})
