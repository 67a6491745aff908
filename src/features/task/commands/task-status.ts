/** `task status` and its short verbs: 未开始, 进行中, 已完成 by button or by word (F43). */
import { z } from 'zod'
import { choice, seen, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Answer, Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { mustBeOpen } from '../../campaign/index.js'
import { active } from '../../people/index.js'
import { acting, change, mustLeadFor, mustWorkOn, refuseStale } from '../change.js'
import { type Found, findTask } from '../find.js'
import { ask, followersOf, inform, peopleOf, reachable } from '../inform.js'
import { mustBeReady } from '../release.js'
import { leadsTo, mayMove, type Status, type Wish, wishes } from '../task.js'
import type { Task } from '../task.repo.js'

export const taskStatus = defineCommand({
  name: 'task-status',
  args: z.object({ task: word(), to: choice(wishes), seen: seen() }),
  may: active,
  run: (ctx, { task, to, seen: version }) => move(ctx, { task, to, command: 'task-status' }, version),
})

const shortVerb = (name: string, to: Wish) =>
  defineCommand({
    name,
    args: z.object({ task: word(), seen: seen() }),
    may: active,
    run: (ctx, { task, seen: version }) => move(ctx, { task, to, command: name }, version),
  })

export const taskStart = shortVerb('task-start', 'doing')
export const taskDone = shortVerb('task-done', 'done')
export const taskReopen = shortVerb('task-reopen', 'todo')

interface Move {
  task: string
  to: Wish
  command: string
}

/** Moves the task; the card that was pressed is redrawn, so that only a typed line is answered with a card. */
const move = async (ctx: Context, { task, to: wish, command }: Move, version?: number): Promise<Answer> => {
  const found = await findTask(ctx, task, { command, args: command === 'task-status' ? { to: wish } : {} })
  mustBeOpen(ctx, found.campaign)
  mustWorkOn(ctx, found.task, found.campaign)
  if (wish === 'cancelled') mustLeadFor(ctx, found.task, found.campaign)
  const to = leadsTo(found.task, wish, acting(ctx).id)
  refuseImpossible(ctx, found.task, to)
  await refuseStale(ctx, found.task, version)
  await mustBeReady(ctx, found.task, to)
  const now = await change(ctx, found.task, stateFor(ctx, found, to), 'task.status')
  await tellAbout(ctx, found, now)
  if (version !== undefined) return null
  return { view: 'task.card', args: { task: String(now.id) }, subjects: [`task:${now.id}`] }
}

const refuseImpossible = (ctx: Context, task: Task, to: Status): void => {
  const params = { task: cut(task.name, 60), status: ctx.t.named('task.status', task.status) }
  if (task.status === to) throw new UserError('task.error.already', params)
  if (!mayMove(task.status, to)) {
    throw new UserError('task.error.move', { ...params, to: ctx.t.named('task.status', to) })
  }
}

/** Whoever starts or finishes their task has accepted it. */
const stateFor = (ctx: Context, { task }: Found, to: Status) => ({
  status: to,
  doneAt: to === 'done' ? ctx.at : null,
  ...(task.ownerId === ctx.actor?.id && !task.accepted && { accepted: true }),
})

/** The approver is asked; the owner hears what others did to their task. */
const tellAbout = async (ctx: Context, { task, campaign }: Found, now: Task): Promise<void> => {
  if (now.status === 'review' && now.approverId !== null) {
    const people = await peopleOf(ctx.db, [now])
    return ask(ctx, now, reachable(people, now.approverId, campaign), 'task.review')
  }
  if (now.status === 'cancelled') return inform(ctx, { what: 'cancelled', task: now }, [task.ownerId])
  if (task.status === 'review' && now.status === 'done') {
    return inform(ctx, { what: 'passed', task: now }, [task.ownerId, ...(await followersOf(ctx, now))])
  }
  const followers = now.status === 'todo' ? [] : await followersOf(ctx, now)
  await inform(ctx, { what: 'moved', task: now }, [task.ownerId, ...followers])
}
