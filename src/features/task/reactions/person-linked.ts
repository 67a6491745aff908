/** Two people are one: tasks of the other are theirs from now on. */
import { defineReaction } from '../../../kit/event.js'
import { subjectsOf } from '../task.js'
import { openTasksNaming, renameIn } from '../task.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run(ctx, { survivor, other }) {
    const tasks = await openTasksNaming(ctx.db, other.id)
    await renameIn(ctx.db, other.id, survivor.id)
    await ctx.changed(...subjectsOf(...tasks), `tasks-of:${survivor.id}`)
  },
})
