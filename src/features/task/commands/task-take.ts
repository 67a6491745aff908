/** `task take` and `task decline`: the answer of somebody who was asked to own a task (F35, F47). */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { type Action, card } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { parseId } from '../../../kit/ids.js'
import { cut } from '../../../kit/text.js'
import { findCampaign, mustBeOpen } from '../../campaign/index.js'
import { acting, change, denied } from '../change.js'
import { type Found, findTask } from '../find.js'
import { inform } from '../inform.js'
import { isAsked, isOpen } from '../task.js'
import { type Task, tasksOf } from '../task.repo.js'

export const taskTake = defineCommand({
  name: 'task-take',
  args: z.object({ task: word() }),
  may: 'work',
  async run(ctx, args) {
    if (parseId(args.task)?.prefix === 'C') return takeAll(ctx, args.task)
    const { task, campaign } = await askedFor(ctx, args.task, { command: 'task-take', args: {} })
    await take(ctx, { task, campaign })
    return card(ctx.t('task.answer.taken', { task: cut(task.name, 60), due: task.dueOn }), [], 'good')
  },
})

export const taskDecline = defineCommand({
  name: 'task-decline',
  args: z.object({ task: word(), reason: long(2000).optional() }),
  may: 'work',
  async run(ctx, args) {
    const again: Action = {
      command: 'task-decline',
      args: args.reason === undefined ? {} : { reason: args.reason },
    }
    const found = await askedFor(ctx, args.task, again)
    await decline(ctx, found, args.reason)
    return card(ctx.t('task.answer.declined', { task: cut(found.task.name, 60) }), [], 'good')
  },
})

/** The task, if this person was asked to own it and has not answered. */
const askedFor = async (ctx: Context, ref: string, again: Action): Promise<Found> => {
  const found = await findTask(ctx, ref, again)
  const { task, campaign } = found
  mustBeOpen(ctx, campaign)
  const actor = acting(ctx)
  const params = {
    task: cut(task.name, 60),
    name: actor.name,
    status: ctx.t.named('task.status', task.status),
  }
  if (!isOpen(task)) throw new UserError('task.error.over', params)
  if (isAsked(task, actor.id)) return found
  if (task.ownerId === actor.id) throw new UserError('task.error.alreadyOwner', params)
  throw denied(ctx, task, 'task.error.notAsked')
}

const take = async (ctx: Context, { task, campaign }: Found): Promise<Task> => {
  const { id } = acting(ctx)
  // An owner who accepts late does not take back what has been offered to somebody else since.
  if (task.ownerId === id) return change(ctx, task, { accepted: true }, 'task.take')
  const now = await change(ctx, task, { ownerId: id, proposedOwnerId: null, accepted: true }, 'task.take')
  await inform(ctx, { what: 'taken', task: now }, [task.ownerId, campaign.ownerId])
  return now
}

/** All tasks of one campaign that this person was asked to own. */
const takeAll = async (ctx: Context, ref: string) => {
  const campaign = await findCampaign(ctx, ref)
  mustBeOpen(ctx, campaign)
  const mine = (await tasksOf(ctx.db, campaign.id)).filter(
    (task) => isOpen(task) && isAsked(task, acting(ctx).id),
  )
  if (mine.length === 0) throw new UserError('task.error.nothingAsked', { campaign: cut(campaign.name, 60) })
  for (const task of mine) await take(ctx, { task, campaign })
  const params = { count: mine.length, campaign: cut(campaign.name, 60) }
  return card(ctx.t('task.answer.allTaken', params), [], 'good')
}

/** Who declines an offer leaves the old owner; a task nobody had yet goes to the general owner: one owner, always (R47). */
const decline = async (ctx: Context, { task, campaign }: Found, reason?: string): Promise<void> => {
  const { id } = acting(ctx)
  if (task.proposedOwnerId === id) {
    const now = await change(ctx, task, { proposedOwnerId: null }, 'task.decline', reason)
    return inform(ctx, { what: 'declined', task: now, reason }, [task.ownerId, campaign.ownerId])
  }
  if (campaign.ownerId === id) throw new UserError('task.error.declineOwn', { task: cut(task.name, 60) })
  const proposed = task.proposedOwnerId === campaign.ownerId ? null : task.proposedOwnerId
  const data = { ownerId: campaign.ownerId, proposedOwnerId: proposed, accepted: true }
  const now = await change(ctx, task, data, 'task.decline', reason)
  await inform(ctx, { what: 'fell', task: now, reason }, [campaign.ownerId])
}
