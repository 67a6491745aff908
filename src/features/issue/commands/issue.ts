/** `issue`: one issue with everything about it. */
import { z } from 'zod'
import { ref } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findIssue } from '../find.js'

export const issue = defineCommand({
  name: 'issue',
  args: z.object({ issue: ref() }),
  may: 'read',
  async run(ctx, args) {
    const { issue: found } = await findIssue(ctx, args.issue)
    return { view: 'issue.card', args: { issue: String(found.id) }, subjects: [`issue:${found.id}`] }
  },
})
