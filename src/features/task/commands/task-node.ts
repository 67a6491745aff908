/** `task node`: dated points within a task, by the day or the hour, ticked one by one (R21, F41). */
import { z } from 'zod'
import { choice, day, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { parseDate } from '../../../kit/dates.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { isLocalTime, type LocalDate, localDate } from '../../../kit/time.js'
import { acting, findWork, keep } from '../change.js'
import { nodesOf, removeNode, saveNode, type TaskNode, tickNode } from '../node.repo.js'
import type { Task } from '../task.repo.js'
import { taskView } from '../task.views.js'

/** Points a task may have; more is a task of its own. */
const most = 20

export const taskNode = defineCommand({
  name: 'task-node',
  args: z.object({ task: word(), name: word(200), on: day(), time: word(10).optional() }),
  may: 'work',
  async run(ctx, { task: named, name, on, time }) {
    const { task, campaign } = await findWork(ctx, named, { command: 'task-node', args: { name, on } })
    const at = { onDay: dayIn(on, task, localDate(ctx.at, campaign.zone)), time: timeIn(time) }
    const nodes = await nodesOf(ctx.db, task.id)
    const before = nodes.find((one) => one.name === name)
    if (!before && nodes.length >= most) throw new UserError('task.error.nodes', { count: most })
    const number = before?.number ?? Math.max(0, ...nodes.map((one) => one.number)) + 1
    const entry = { action: 'task.node', before: before ? said(before) : null, after: said({ name, ...at }) }
    await keep(ctx, task, {}, entry)
    await saveNode(ctx.db, { taskId: task.id, number, name, ...at })
    return taskView(task)
  },
})

export const taskNodeTick = defineCommand({
  name: 'task-node-tick',
  args: z.object({
    task: word(),
    node: word(200),
    to: choice(['done', 'open', 'removed']).default('done'),
  }),
  may: 'work',
  async run(ctx, { task: named, node: which, to }) {
    const { task } = await findWork(ctx, named, { command: 'task-node-tick', args: { node: which, to } })
    const node = nodeCalled(await nodesOf(ctx.db, task.id), which)
    if (to !== 'removed' && (node.doneAt !== null) === (to === 'done'))
      throw new UserError('task.error.nodeAlready', { node: cut(node.name, 60) })
    await keep(ctx, task, {}, { action: `task.node-${to}`, before: said(node), after: { name: node.name } })
    if (to === 'removed') await removeNode(ctx.db, node)
    else await tickNode(ctx.db, node, stateFor(ctx, to))
    return taskView(task)
  },
})

const stateFor = (ctx: Context, to: 'done' | 'open') =>
  to === 'done' ? { doneAt: ctx.at, doneById: acting(ctx).id } : { doneAt: null, doneById: null }

const said = ({ name, onDay, time }: Pick<TaskNode, 'name' | 'onDay' | 'time'>) => ({
  name,
  on: time === null ? onDay : `${onDay} ${time}`,
})

/** Within the task, both days included (O18). @throws UserError (field `on`) */
const dayIn = (given: string, task: Task, today: LocalDate): LocalDate => {
  // A day without a year lies near the task, "tomorrow" near today.
  const on = parseDate(given, /\d/.test(given) ? task.startOn : today)
  const params = { given: cut(given, 40), from: task.startOn, to: task.dueOn }
  if (on === null || on < task.startOn || on > task.dueOn)
    throw new UserError('task.error.nodeDay', params, { field: 'on' })
  return on
}

const timeIn = (given: string | undefined): string | null => {
  if (given === undefined) return null
  const time = given.normalize('NFKC').padStart(5, '0')
  if (isLocalTime(time)) return time
  throw new UserError('task.error.nodeTime', { given: cut(given, 20) }, { field: 'time' })
}

/** By its place in the list, or its name. @throws UserError (field `node`) */
const nodeCalled = (nodes: readonly TaskNode[], which: string): TaskNode => {
  const found =
    nodes.find(({ name }) => name === which) ?? nodes.find(({ number }) => String(number) === which)
  if (found) return found
  const names = nodes.map(({ name }) => cut(name, 30)).join(', ') || '–'
  throw new UserError('task.error.node', { given: cut(which, 60), names }, { field: 'node' })
}
