/** `task set`: one field of a task; owners describe their work, whoever leads decides dates, priority and approver. */
import { z } from 'zod'
import { choice, long, word } from '../../../kit/args.js'
import { button } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Answer, Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { localDate } from '../../../kit/time.js'
import { mustBeOpen } from '../../campaign/index.js'
import { findPerson } from '../../people/index.js'
import { change, mustLeadFor, mustWorkOn } from '../change.js'
import { dateFrom, inOrder } from '../dates.js'
import { type Found, findTask } from '../find.js'
import { ask, followersOf, inform } from '../inform.js'
import { setPlace } from '../place.js'
import { mustBeInReach } from '../reach.js'
import { priorities, taskRef } from '../task.js'
import type { Task, TaskChange } from '../task.repo.js'
import { cardArgs, isNothing, readPredecessors, setPredecessors } from '../waiting.js'
import { shiftAfter } from './task-shift.js'

const texts = ['description', 'deliverable', 'support', 'remarks'] as const
const places = ['strategy', 'module'] as const
const dates = ['start', 'due'] as const
const fields = [
  'name',
  'owner',
  ...dates,
  'priority',
  'approver',
  'predecessor',
  ...places,
  ...texts,
] as const
/** As `word()` has it for new tasks. */
const longestName = 2000
type Field = (typeof fields)[number]
type TextField = (typeof texts)[number]

export const taskSet = defineCommand({
  name: 'task-set',
  args: z.object({ task: word(), field: choice(fields), value: long() }),
  may: 'work',
  async run(ctx, { task: ref, field, value }) {
    const found = await findTask(ctx, ref, { command: 'task-set', args: { field, value } })
    const { task, campaign } = found
    mustBeOpen(ctx, campaign)
    if (isText(field)) await mustWorkOn(ctx, task, campaign)
    else await mustLeadFor(ctx, task, campaign)
    if (field === 'predecessor') return setWaiting(ctx, found, value)
    if (isPlace(field)) return shown(await setPlace(ctx, found, field, value))
    const now = await change(ctx, task, await changeFor(ctx, found, field, value), 'task.set')
    if (field === 'approver' && now.status === 'review' && now.approverId !== null) {
      await ask(ctx, now, now.approverId, 'task.review')
    }
    await tellChanged(ctx, task, now)
    const moved = field === 'due' ? await shiftAfter(ctx, found, now) : null
    return moved ?? shown(task)
  },
})

const shown = (task: Task): Answer => ({
  ...{ view: 'task.card', args: cardArgs(task), subjects: [`task:${task.id}`] },
})

const tellChanged = async (ctx: Context, task: Task, now: Task): Promise<void> => {
  if (now.dueOn <= task.dueOn) return inform(ctx, { what: 'changed', task: now }, [task.ownerId])
  await inform(ctx, { what: 'delayed', task: now }, [task.ownerId, ...(await followersOf(ctx, now))])
}

const setWaiting = async (ctx: Context, { task, campaign }: Found, value: string): Promise<Answer> => {
  const given = await readPredecessors(ctx, campaign, value, 'value')
  const now = await setPredecessors(ctx, task, given, 'value')
  await inform(ctx, { what: 'changed', task: now }, [task.ownerId])
  return { view: 'task.card', args: cardArgs(task, given), subjects: [`task:${task.id}`] }
}

const isText = (field: Field): field is TextField => (texts as readonly string[]).includes(field)

type PlaceField = (typeof places)[number]
const isPlace = (field: Field): field is PlaceField => (places as readonly string[]).includes(field)

type Plain = Exclude<Field, 'predecessor' | PlaceField>

const changeFor = async (ctx: Context, found: Found, field: Plain, value: string): Promise<TaskChange> => {
  if (isText(field)) return { [field]: isNothing(ctx.t, value) ? null : value }
  if (field === 'owner') throw useAssign(ctx, found, value)
  if (field === 'name') return { name: nameFrom(value) }
  if (field === 'priority') return { priority: priorityFrom(ctx, value) }
  if (field === 'approver') {
    return { approverId: isNothing(ctx.t, value) ? null : (await findPerson(ctx, value, 'value')).id }
  }
  const { startOn, dueOn } = found.task
  const date = dateFrom(value, localDate(ctx.at, found.campaign.zone), 'value')
  const changed = field === 'start' ? { startOn: date } : { dueOn: date }
  inOrder({ startOn, dueOn, ...changed }, 'value')
  return mustBeInReach(found.campaign, changed, 'value')
}

/** A new owner has to be asked first (F47). */
const useAssign = (ctx: Context, { task }: Found, person: string): UserError => {
  const args = { task: taskRef(task), person }
  return new UserError(
    'task.error.useAssign',
    {},
    { buttons: [button(ctx.t('task.button.assign'), 'task-assign', args)] },
  )
}

const nameFrom = (value: string): string => {
  if (value.length > longestName)
    throw new UserError('task.error.nameLong', { max: longestName }, { field: 'value' })
  return value
}

const priorityFrom = (ctx: Context, value: string) => {
  const typed = value.toLowerCase()
  const found = priorities.find((one) => one === typed || ctx.t.named('task.priority', one) === typed)
  if (found) return found
  const known = priorities.map((one) => ctx.t.named('task.priority', one)).join(', ')
  throw new UserError('task.error.priority', { given: cut(value, 60), known }, { field: 'value' })
}
