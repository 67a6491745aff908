/** What a task that is done, or open again, means for those that wait for it (F29, F38). */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { formatId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { campaignById } from '../campaign/index.js'
import { peopleOf, reachable } from './inform.js'
import { openSuccessorsOf, predecessorsOf } from './link.repo.js'
import { isOpen, type Status, subjectsOf } from './task.js'
import type { Task } from './task.repo.js'

/** Redraws what waits for `now`; whoever owns something that waits for nothing any more hears that it is ready. */
export const passOn = async (ctx: Context, before: Task, now: Task): Promise<void> => {
  if (isOpen(before) === isOpen(now)) return
  const successors = await openSuccessorsOf(ctx.db, now.id)
  if (successors.length === 0) return
  await ctx.changed(...subjectsOf(...successors))
  if (isOpen(now)) return
  const predecessors = await predecessorsOf(
    ctx.db,
    successors.map(({ id }) => id),
  )
  const ready = successors.filter(
    ({ id, status }) => status === 'todo' && !predecessors.get(id)?.some(isOpen),
  )
  const campaign = ready.length === 0 ? null : await campaignById(ctx.db, now.campaignId)
  if (!campaign) return
  const people = await peopleOf(ctx.db, ready)
  for (const task of ready) await tellReady(ctx, task, now, reachable(people, task.ownerId, campaign))
}

const tellReady = (ctx: Context, task: Task, after: Task, person: string): Promise<void> =>
  ctx.tell(
    { person },
    { view: 'task.ready', args: { task: String(task.id), after: String(after.id) } },
    // The version makes it a new message when it is released for the second time.
    {
      replaces: `task.ready:${task.id}:${after.id}:${after.version}`,
      subjects: [`task:${task.id}`],
      because: 'task.ready',
    },
  )

const mostNamed = 5

/** `M-001 KOC筛选, M-003 素材制作 …` */
export const named = (tasks: readonly Pick<Task, 'number' | 'name'>[]): string =>
  tasks
    .slice(0, mostNamed)
    .map(({ number, name }) => `${formatId('M', number)} ${cut(name, 40)}`)
    .join(', ') + (tasks.length > mostNamed ? ' …' : '')

/** Begun or finished can only be what waits for nothing. @throws UserError that names what has to be done first (R79). */
export const mustBeReady = async (ctx: Context, task: Task, to: Status): Promise<void> => {
  if (to === 'todo' || to === 'cancelled') return
  const waitsFor = (await predecessorsOf(ctx.db, [task.id])).get(task.id)?.filter(isOpen) ?? []
  if (waitsFor.length === 0) return
  const params = { task: cut(task.name, 60), count: waitsFor.length, tasks: named(waitsFor) }
  throw new UserError('task.error.blocked', params)
}
