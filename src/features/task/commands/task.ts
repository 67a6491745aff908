/** `task`: one task with everything about it. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findTask } from '../find.js'
import { taskView } from '../task.views.js'

export const task = defineCommand({
  name: 'task',
  args: z.object({ task: word() }),
  may: 'read',
  async run(ctx, args) {
    const { task: found } = await findTask(ctx, args.task, { command: 'task', args: {} })
    return taskView(found)
  },
})
