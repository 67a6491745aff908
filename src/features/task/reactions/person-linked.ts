/** Two people are one: tasks of the other are theirs from now on, and what waits for their answer is asked everywhere. */
import { defineReaction } from '../../../kit/event.js'
import { ask } from '../inform.js'
import { isAsked, subjectsOf } from '../task.js'
import { openTasksFor, openTasksNaming, renameIn } from '../task.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run(ctx, { survivor, other }) {
    const tasks = await openTasksNaming(ctx.db, other.id)
    await renameIn(ctx.db, other.id, survivor.id)
    await ctx.changed(...subjectsOf(...tasks), `tasks-of:${survivor.id}`)
    for (const task of await openTasksFor(ctx.db, survivor.id)) {
      if (isAsked(task, survivor.id)) await ask(ctx, task, survivor.id, 'task.offered')
      else if (task.status === 'review' && task.approverId === survivor.id)
        await ask(ctx, task, survivor.id, 'task.review')
    }
  },
})
