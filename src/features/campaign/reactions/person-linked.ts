/** Two people are one: campaigns and positions of the other are theirs from now on. */
import { defineReaction } from '../../../kit/event.js'
import { renameIn } from '../campaign.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run(ctx, { survivor, other }) {
    const campaigns = await renameIn(ctx.db, other.id, survivor.id)
    await ctx.changed(...campaigns.map((id) => `campaign:${id}`))
  },
})
