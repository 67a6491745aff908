/** The lines and buttons that task cards are made of. */
import { type Button, button } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Risk } from './outlook.js'
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
  /** What has to be done first and is not. */
  waitsFor?: readonly Pick<Task, 'number' | 'name'>[]
  /** It will probably be late, although it is not yet. */
  risk?: Risk | null
}

/** Without the year where it is this one. */
export const shortDate = (date: LocalDate, today: LocalDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date

/** `进行中 · 1 day late · waits for M-002`: the status stays, the rest is added (O21). */
export const statusLine = (t: Translate, row: Row): Text => {
  const { task, today, risk = null } = row
  const late = daysLate(task, today)
  return join([
    t.named('task.status', task.status),
    ...(late === 0 ? [] : [t('task.late', { count: late })]),
    ...waitsText(t, row),
    ...(risk === null ? [] : [riskText(t, risk)]),
  ])
}

/** `blocked: waits for M-001, M-003`, when it is. */
export const waitsText = (t: Translate, row: Row): Text[] =>
  isBlocked(row) ? [t('task.waits', { tasks: idsOf(row.waitsFor ?? []) })] : []

const riskText = (t: Translate, { days }: Risk): Text =>
  days > 0 ? t('task.risk.pushed', { count: days }) : t('task.risk.start')

const mostIds = 5

const idsOf = (tasks: readonly Pick<Task, 'number'>[]): string =>
  tasks
    .slice(0, mostIds)
    .map(({ number }) => formatId('M', number))
    .join(', ') + (tasks.length > mostIds ? ' …' : '')

/** It cannot begin: something it waits for is not done (F38). */
export const isBlocked = ({ task, waitsFor = [] }: Row): boolean =>
  waitsFor.length > 0 && isOpen(task) && task.status !== 'review'

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

/** The buttons 未开始, 进行中, 已完成 that change something and would not be refused (F43, F38). */
export const statusButtons = (t: Translate, row: Pick<Row, 'task' | 'waitsFor'>): Button[] => {
  const { task, waitsFor = [] } = row
  return (nextSteps[task.status] ?? [])
    .filter((to) => to === 'todo' || waitsFor.length === 0)
    .map((to, i) => toStatus(t, task, to, i === 0 && isOpen(task) ? 'primary' : 'plain'))
}

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
export const rowButtons = (t: Translate, row: Row, person: string | null): Button[] => {
  const { task, reviewer } = row
  if (!isOpen(task)) return []
  if (isAsked(task, person)) return answerButtons(t, task)
  if (task.status !== 'review') return statusButtons(t, row).slice(0, task.status === 'todo' ? 2 : 1)
  return person !== null && reviewer === person ? reviewButtons(t, task) : []
}

/** With a real minus sign, as people write it. */
export const signed = (days: number): string => (days < 0 ? `−${-days}` : String(days))

/** `M-003 素材制作` */
export const titleOf = ({ number, name }: Pick<Task, 'number' | 'name'>): string =>
  `${formatId('M', number)} ${cut(name, 60)}`

/** Writes a problem down without asking anything more (R40). */
export const issueButton = (t: Translate, title: string, { campaignId }: Task): Button =>
  button(t('task.button.issue'), 'issue-add', { title, campaign: formatId('C', campaignId) })
