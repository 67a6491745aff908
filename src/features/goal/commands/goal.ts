/** `goal`: one goal with its numbers, parts and earlier years. */
import { z } from 'zod'
import { ref } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findGoal } from '../find.js'
import { goalView } from '../goal.views.js'

export const goal = defineCommand({
  name: 'goal',
  args: z.object({ goal: ref() }),
  may: 'read',
  async run(ctx, args) {
    return goalView((await findGoal(ctx, args.goal)).goal)
  },
})
