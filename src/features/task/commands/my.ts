/** `my`: what waits for me in all campaigns, most urgent first (F46). */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import { acting } from '../change.js'

export const my = defineCommand({
  name: 'my',
  personal: true,
  args: z.object({}),
  may: 'ask',
  async run(ctx) {
    const { id } = acting(ctx)
    return { view: 'task.my', args: { person: id }, subjects: [`tasks-of:${id}`] }
  },
})
