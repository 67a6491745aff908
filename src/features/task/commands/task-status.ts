/** `task status` and its short verbs: 未开始, 进行中, 已完成 by button or by word (F43). */
import { z } from 'zod'
import { choice, seen, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Answer, Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { acting, change, findWork, mustLeadFor, refuseStale } from '../change.js'
import { criteriaText, unmetOf } from '../criterion.js'
import { criteriaOf } from '../criterion.repo.js'
import type { Found } from '../find.js'
import { ask, followersOf, inform, peopleOf, reachable } from '../inform.js'
import { mustBeReady } from '../release.js'
import { leadsTo, mayMove, type Status, type Wish, wishes } from '../task.js'
import type { Task } from '../task.repo.js'
import { taskView } from '../task.views.js'

export const taskStatus = defineCommand({
  name: 'task-status',
  args: z.object({ task: word(), to: choice(wishes), reason: word(1000).optional(), seen: seen() }),
  may: 'work',
  run: (ctx, { task, to, reason, seen: version }) =>
    move(ctx, { task, to, reason, command: 'task-status' }, version),
})

const shortVerb = (name: string, to: Wish) =>
  defineCommand({
    name,
    args: z.object({ task: word(), reason: word(1000).optional(), seen: seen() }),
    may: 'work',
    run: (ctx, { task, reason, seen: version }) => move(ctx, { task, to, reason, command: name }, version),
  })

export const taskStart = shortVerb('task-start', 'doing')
export const taskDone = shortVerb('task-done', 'done')
export const taskReopen = shortVerb('task-reopen', 'todo')

interface Move {
  task: string
  to: Wish
  /** Why, where the rule asks for it. */
  reason: string | undefined
  command: string
}

/** Moves the task; the card that was pressed is redrawn, so that only a typed line is answered with a card. */
const move = async (
  ctx: Context,
  { task, to: wish, reason, command }: Move,
  version?: number,
): Promise<Answer> => {
  const found = await findWork(ctx, task, { command, args: command === 'task-status' ? { to: wish } : {} })
  if (wish === 'cancelled') await mustLeadFor(ctx, found.task, found.campaign)
  const to = leadsTo(found.task, wish, acting(ctx).id)
  refuseImpossible(ctx, found.task, to)
  await refuseStale(ctx, found.task, version)
  await mustBeReady(ctx, found.task, to)
  if (wish === 'done' && reason === undefined) await mustBeEnough(ctx, found.task)
  const now = await change(ctx, found.task, stateFor(ctx, found, to), 'task.status', reason)
  await tellAbout(ctx, found, now)
  if (version !== undefined) return null
  return taskView(now)
}

/** @throws UserError asking for a reason when less was counted than makes the task done (F42). */
const mustBeEnough = async (ctx: Context, task: Task): Promise<void> => {
  const unmet = unmetOf(await criteriaOf(ctx.db, task.id))
  if (unmet.length === 0) return
  const params = { task: cut(task.name, 60), criteria: cut(criteriaText(unmet), 300) }
  throw new UserError('task.error.below', params, { field: 'reason', missing: true })
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
