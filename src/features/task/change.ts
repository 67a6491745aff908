/** The one way in which a task changes: compare-and-set on its version, record, redraw – and the refusals before it. */
import { type Action, button } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { type Campaign, leads, mustBeOpen } from '../campaign/index.js'
import { sameDepartment } from '../people/index.js'
import { type Found, findTask } from './find.js'
import { passOn } from './release.js'
import { subjectsOf, taskRef } from './task.js'
import { type Task, type TaskChange, taskById, updateTask } from './task.repo.js'

/** Who presses or types; the clock never changes a task. */
export const acting = (ctx: Context): Actor => {
  if (!ctx.actor) throw new Error('a change of a task needs somebody')
  return ctx.actor
}

/** A group leader sees to what the people of their own department do. */
const heads = async (ctx: Context, { ownerId }: Task): Promise<boolean> => {
  const { id, roles } = acting(ctx)
  return roles.includes('group-leader') && (await sameDepartment(ctx.db, id, ownerId))
}

/** Owner, approver, their group leader, general owner, planner and admin may move a task; others are refused, recorded. */
export const mustWorkOn = async (ctx: Context, task: Task, campaign: Campaign): Promise<void> => {
  const actor = acting(ctx)
  if (actor.id === task.ownerId || actor.id === task.approverId || leads(actor, campaign)) return
  if (await heads(ctx, task)) return
  throw denied(ctx, task, 'task.error.notYours')
}

/**
 * The task meant by `text` in an open campaign, for those who may work on it.
 * @param again the call to repeat with the chosen task when several campaigns fit.
 * @throws UserError as `findTask`, and when the campaign is over or the task is somebody else's.
 */
export const findWork = async (ctx: Context, text: string, again: Action): Promise<Found> => {
  const found = await findTask(ctx, text, again)
  mustBeOpen(ctx, found.campaign)
  await mustWorkOn(ctx, found.task, found.campaign)
  return found
}

/** @throws UserError unless the actor leads the campaign, or the group whose task it is. */
export const mustLeadFor = async (ctx: Context, task: Task, campaign: Campaign): Promise<void> => {
  if (!leads(acting(ctx), campaign) && !(await heads(ctx, task)))
    throw denied(ctx, task, 'task.error.leadOnly')
}

type Denial = 'task.error.notYours' | 'task.error.leadOnly' | 'task.error.notApprover' | 'task.error.notAsked'

/** A refusal that is kept in the audit log. */
export const denied = (ctx: Context, task: Task, key: Denial): UserError => {
  const record = { action: 'task.denied', subject: `task:${task.id}`, campaign: task.campaignId }
  return new UserError(key, { task: cut(task.name, 60) }, { buttons: [openTask(ctx, task)], record })
}

const openTask = (ctx: Context, task: Task) =>
  button(ctx.t('task.open.card'), 'task', { task: taskRef(task) })

/** @throws UserError when the button was drawn from an older version: it says how the task stands now. */
export const refuseStale = async (ctx: Context, task: Task, seen: number | undefined): Promise<void> => {
  if (seen === undefined || seen >= task.version) return
  // Whoever has just accepted it sees a card of before for a moment; what its buttons say still holds.
  const last = await ctx.lastRecord(`task:${task.id}`)
  if (last?.action === 'task.take' && last.actor === acting(ctx).id) return
  throw changed(ctx, task)
}

const changed = (ctx: Context, task: Task, Refusal = UserError): UserError => {
  const params = { task: cut(task.name, 60), status: ctx.t.named('task.status', task.status) }
  return new Refusal('task.error.changed', params, { buttons: [openTask(ctx, task)] })
}

/**
 * Keeps `data`, records old and new values and has every card that shows the task drawn again.
 * @returns the task as it is now. @throws UserError when somebody was faster.
 */
export const change = async (
  ctx: Context,
  task: Task,
  data: TaskChange,
  action: string,
  reason?: string,
): Promise<Task> => {
  const names = (Object.keys(data) as (keyof TaskChange)[]).filter((name) => name !== 'doneAt')
  const values = (of: Partial<Task>) => Object.fromEntries(names.map((name) => [name, of[name]]))
  const after = { ...values({ ...task, ...data }), ...(reason && { reason }) }
  const now = await keep(ctx, task, data, { action, before: values(task), after })
  if (now.status !== task.status) await passOn(ctx, task, now)
  return now
}

/** As `change`, with the old and new values in the words of whoever changes it. */
export const keep = async (
  ctx: Context,
  task: Task,
  data: TaskChange,
  entry: { action: string; before: unknown; after: unknown },
): Promise<Task> => {
  if (!(await updateTask(ctx.db, task, data))) {
    throw changed(ctx, (await taskById(ctx.db, task.id)) ?? task, Overtaken)
  }
  const now: Task = { ...task, ...data, version: task.version + 1 }
  await ctx.record({ ...entry, subject: `task:${task.id}`, campaign: task.campaignId })
  await ctx.changed(...subjectsOf(task, now))
  return now
}
