/** `issue status`: 处理中 and 已处理 by whoever solves it, closed by whoever reported it, or opened again (F80, F84). */
import { z } from 'zod'
import { choice, ref, seen } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { mustBeOpen } from '../../campaign/index.js'
import { change, mustConfirm, mustWorkOn, refuseImpossible, refuseStale } from '../change.js'
import { acting, findIssue } from '../find.js'
import { tellMoved } from '../inform.js'
import { stateFor, statuses } from '../issue.js'

export const issueStatus = defineCommand({
  name: 'issue-status',
  args: z.object({ issue: ref(), to: choice(statuses), seen: seen() }),
  may: 'work',
  async run(ctx, { issue: given, to, seen: version }) {
    const found = await findIssue(ctx, given)
    const { issue, campaign } = found
    mustBeOpen(ctx, campaign)
    mustWorkOn(ctx, found)
    if (to === 'closed') mustConfirm(ctx, found)
    refuseImpossible(ctx, issue, to)
    refuseStale(ctx, issue, version)
    const now = await change(ctx, found, stateFor(issue.status, to, acting(ctx).id, ctx.at), 'issue.status')
    await tellMoved(ctx, { issue: now, campaign })
    // The card that was pressed is redrawn: only a typed line is answered with one.
    if (version !== undefined) return null
    return { view: 'issue.card', args: { issue: String(now.id) }, subjects: [`issue:${now.id}`] }
  },
})
