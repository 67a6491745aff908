/** Two people are one: issues of the other are theirs from now on. */
import { defineReaction } from '../../../kit/event.js'
import { renameIn } from '../issue.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run(ctx, { survivor, other }) {
    const issues = await renameIn(ctx.db, other.id, survivor.id)
    await ctx.changed(...issues.map(({ id }) => `issue:${id}`), `issues-of:${survivor.id}`)
  },
})
