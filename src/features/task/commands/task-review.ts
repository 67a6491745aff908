/** `task accept` and `task return`: the approver (role R2) looks at what was delivered (A6). */
import { z } from 'zod'
import { long, seen, word } from '../../../kit/args.js'
import { type Action, card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { leads, mustBeOpen } from '../../campaign/index.js'
import { deputiesOf, personById } from '../../people/index.js'
import { acting, change, denied, refuseStale } from '../change.js'
import { type Found, findTask } from '../find.js'
import { followersOf, inform } from '../inform.js'
import { mustBeReady } from '../release.js'

export const taskAccept = defineCommand({
  name: 'task-accept',
  args: z.object({ task: word(), seen: seen() }),
  may: 'work',
  async run(ctx, args) {
    const again = { command: 'task-accept', args: {} }
    const { task } = await inReview(ctx, args.task, again, args.seen)
    await mustBeReady(ctx, task, 'done')
    const now = await change(ctx, task, { status: 'done', doneAt: ctx.at }, 'task.accept')
    await inform(ctx, { what: 'passed', task: now }, [task.ownerId, ...(await followersOf(ctx, now))])
    return card(ctx.t('task.answer.passed', { task: cut(task.name, 60) }), [], 'good')
  },
})

export const taskReturn = defineCommand({
  name: 'task-return',
  args: z.object({ task: word(), reason: long(2000), seen: seen() }),
  may: 'work',
  async run(ctx, args) {
    const again = { command: 'task-return', args: { reason: args.reason } }
    const { task } = await inReview(ctx, args.task, again, args.seen)
    const now = await change(ctx, task, { status: 'doing' }, 'task.return', args.reason)
    await inform(ctx, { what: 'returned', task: now, reason: args.reason }, [task.ownerId])
    return card(ctx.t('task.answer.returned', { task: cut(task.name, 60) }), [text(args.reason)], 'good')
  },
})

/** The task, if it waits for review and for this person. */
const inReview = async (ctx: Context, ref: string, again: Action, version?: number): Promise<Found> => {
  const found = await findTask(ctx, ref, again)
  const { task, campaign } = found
  mustBeOpen(ctx, campaign)
  if (!(await mayReview(ctx, found))) throw denied(ctx, task, 'task.error.notApprover')
  if (task.status !== 'review') {
    const status = ctx.t.named('task.status', task.status)
    throw new UserError('task.error.notInReview', { task: cut(task.name, 60), status })
  }
  await refuseStale(ctx, task, version)
  return found
}

/** The approver or a registered deputy; who leads the campaign when the approver has left. */
const mayReview = async (ctx: Context, { task, campaign }: Found): Promise<boolean> => {
  const actor = acting(ctx)
  if (task.approverId === null) return leads(actor, campaign)
  if (task.approverId === actor.id) return true
  if ((await deputiesOf(ctx.db, task.approverId, ctx.at)).includes(actor.id)) return true
  const approver = await personById(ctx.db, task.approverId)
  return !approver?.active && leads(actor, campaign)
}
