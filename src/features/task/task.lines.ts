/** The lines and buttons that task cards are made of. */
import { type Button, button } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { daysLate, isAsked, isOpen, type Status, taskRef } from './task.js'
import type { Task } from './task.repo.js'

/** People by id, as far as a card names them. */
export type Names = ReadonlyMap<string, { id: string; name: string; active: boolean }>
export const nameOf = (names: Names, id: string): string => names.get(id)?.name ?? id

/** A task with the date of its campaign: "late" depends on the zone. */
export interface Row {
  task: Task
  today: LocalDate
  /** Who looks at what is delivered, if somebody has to. */
  reviewer: string | null
}

/** Without the year where it is this one. */
export const shortDate = (date: LocalDate, today: LocalDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date

/** `进行中 · 1 day late`: the status stays, the delay is added (O21). */
export const statusLine = (t: Translate, { task, today }: Row): Text => {
  const late = daysLate(task, today)
  const status = t.named('task.status', task.status)
  return late === 0 ? status : join([status, t('task.late', { count: late })])
}

/** One task in one line; `ref` also tells the campaign, for lists over several. */
export const taskLine = (t: Translate, row: Row, names: Names, ref: 'short' | 'whole'): Text => {
  const { task, today } = row
  const id = ref === 'whole' ? taskRef(task) : formatId('M', task.number)
  return join([
    [`${id} `, { bold: cut(task.name, 60) }],
    nameOf(names, task.ownerId),
    `${shortDate(task.startOn, today)}–${shortDate(task.dueOn, today)}`,
    t.named('task.priority', task.priority),
    statusLine(t, row),
  ])
}

const toStatus = (t: Translate, task: Task, to: Status, look: Button['look'] = 'plain'): Button =>
  button(t.named('task.button.to', to), 'task-status', { task: taskRef(task), to, seen: task.version }, look)

/** What may happen next; the first button is the usual step. */
const nextSteps: Readonly<Record<string, readonly Status[]>> = {
  todo: ['doing', 'done'],
  doing: ['done', 'todo'],
  review: ['doing'],
  done: ['doing', 'todo'],
  cancelled: ['todo'],
}

/** The buttons 未开始, 进行中, 已完成 that change something (F43). */
export const statusButtons = (t: Translate, task: Task): Button[] =>
  (nextSteps[task.status] ?? []).map((to, i) =>
    toStatus(t, task, to, i === 0 && isOpen(task) ? 'primary' : 'plain'),
  )

/** Accept and decline for whoever is asked to own the task. */
export const answerButtons = (t: Translate, task: Task): Button[] => [
  button(t('task.button.take'), 'task-take', { task: taskRef(task) }, 'primary'),
  button(t('task.button.decline'), 'task-decline', { task: taskRef(task) }),
]

/** Asks somebody else; the form asks whom. */
export const assignButton = (t: Translate, task: Task): Button =>
  button(t('task.button.assign'), 'task-assign', { task: taskRef(task) })

/** Accept and return for the approver. */
export const reviewButtons = (t: Translate, task: Task): Button[] => {
  const args = { task: taskRef(task), seen: task.version }
  return [
    button(t('task.button.pass'), 'task-accept', args, 'primary'),
    button(t('task.button.return'), 'task-return', args),
  ]
}

/** What `person` can do about the task in a list: at most two buttons. */
export const rowButtons = (t: Translate, { task, reviewer }: Row, person: string | null): Button[] => {
  if (!isOpen(task)) return []
  if (isAsked(task, person)) return answerButtons(t, task)
  if (task.status !== 'review') return statusButtons(t, task).slice(0, task.status === 'todo' ? 2 : 1)
  return person !== null && reviewer === person ? reviewButtons(t, task) : []
}
