/** Tasks: their states and the moves between them, when they are late, and in which order they matter. */
import { formatId } from '../../kit/ids.js'
import { daysBetween, type LocalDate } from '../../kit/time.js'
import type { Task } from './task.repo.js'

/** Printed are 未开始 `todo`, 进行中 `doing`, 已完成 `done` (000-T1, 004-T2); `review` waits for role R2 (O20). */
export const statuses = ['todo', 'doing', 'review', 'done', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** What a person may ask for; `review` is what `done` becomes while an approver has to look. */
export const wishes = ['todo', 'doing', 'done', 'cancelled'] as const
export type Wish = (typeof wishes)[number]

export const priorities = ['high', 'medium', 'low'] as const
export type Priority = (typeof priorities)[number]
export const isPriority = (text: string): text is Priority => (priorities as readonly string[]).includes(text)

// What was cancelled has to be taken up again before it can be done.
const moves: Readonly<Record<Status, readonly Status[]>> = {
  todo: ['doing', 'review', 'done', 'cancelled'],
  doing: ['todo', 'review', 'done', 'cancelled'],
  review: ['todo', 'doing', 'done', 'cancelled'],
  done: ['todo', 'doing'],
  cancelled: ['todo', 'doing'],
}

const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text)
export const mayMove = (from: string, to: Status): boolean => isStatus(from) && moves[from].includes(to)

/** Where `wish` of `actor` leads: a task with an approver (role R2) goes through review, unless the approver says done. */
export const leadsTo = (task: Pick<Task, 'approverId'>, wish: Wish, actor: string): Status =>
  wish === 'done' && task.approverId !== null && task.approverId !== actor ? 'review' : wish

export const isOpen = ({ status }: Pick<Task, 'status'>): boolean =>
  status !== 'done' && status !== 'cancelled'

type Dated = Pick<Task, 'status' | 'dueOn'>

/** Past its due date and not done: shown beside the status, never instead of it (O21). The due day itself is in time. */
export const isLate = (task: Dated, today: LocalDate): boolean => isOpen(task) && task.dueOn < today

/** Days since the due date, 0 when not late (F44). */
export const daysLate = (task: Dated, today: LocalDate): number =>
  isLate(task, today) ? daysBetween(task.dueOn, today) : 0

export interface Counts {
  /** Without cancelled tasks. */
  total: number
  todo: number
  doing: number
  review: number
  done: number
  late: number
  /** Done of total in whole percent, never rounded up to 100 (004-T2: 2 of 5 = 40). */
  percent: number
}

export const counts = (tasks: readonly Dated[], today: LocalDate): Counts => {
  const of = (status: Status) => tasks.filter((task) => task.status === status).length
  const [todo, doing, review, done] = [of('todo'), of('doing'), of('review'), of('done')]
  const total = todo + doing + review + done
  const late = tasks.filter((task) => isLate(task, today)).length
  return {
    total,
    todo,
    doing,
    review,
    done,
    late,
    percent: total === 0 ? 0 : Math.floor((done * 100) / total),
  }
}

const rank = (priority: string): number => (priorities as readonly string[]).indexOf(priority)

/** By due date, then priority, then age (F46). */
export const byUrgency = (a: Task, b: Task): number =>
  a.dueOn.localeCompare(b.dueOn) ||
  rank(a.priority) - rank(b.priority) ||
  a.campaignId - b.campaignId ||
  a.number - b.number

/** Asked to take the task over and still free to say no (F35, F47). */
export const isAsked = (
  task: Pick<Task, 'ownerId' | 'proposedOwnerId' | 'accepted'>,
  person: string | null,
): boolean =>
  person !== null && (task.proposedOwnerId === person || (task.ownerId === person && !task.accepted))

/** `C-1/M-003`: exact wherever it is typed. */
export const taskRef = (task: Pick<Task, 'campaignId' | 'number'>): string =>
  `${formatId('C', task.campaignId)}/${formatId('M', task.number)}`

/** What is redrawn when something about `task` changes. */
export const subjectsOf = (...tasks: readonly Task[]): string[] => {
  const people = tasks.flatMap((task) => [task.ownerId, task.proposedOwnerId, task.approverId])
  return [
    ...new Set([
      ...tasks.flatMap((task) => [`task:${task.id}`, `campaign:${task.campaignId}`]),
      ...people.flatMap((person) => (person === null ? [] : [`tasks-of:${person}`])),
    ]),
  ]
}
