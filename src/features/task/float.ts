/** How much room the rest of the work has: by when each task has to be over, and what is expected of it today (R26, F48). */
import { type LocalDate, lengthInDays } from '../../kit/time.js'
import { dateOf, dayNumber, earliest, latest } from './dates.js'
import type { NetworkTask } from './network.js'
import type { Link } from './order.js'
import { isOpen } from './task.js'
import type { Task } from './task.repo.js'

/** What deadlines need of a campaign. */
export interface Run {
  launchOn: LocalDate
  /** The last public day. */
  endOn: LocalDate
}

export type Planned = Pick<Task, 'id' | 'startOn' | 'dueOn' | 'status'>

/** The last day of all: the end of the campaign, or of what is planned after it. */
export const lastDayOf = (tasks: readonly Planned[], { endOn }: Run): LocalDate =>
  latest(
    endOn,
    tasks.map(({ dueOn }) => dueOn),
  )

/** What begins before the launch has to be over on the day before it; everything else by the last day of all. */
export const deadlineOf = (task: Planned, run: Run, lastOn: LocalDate): LocalDate =>
  task.startOn < run.launchOn ? dateOf(dayNumber(run.launchOn) - 1) : lastOn

/**
 * The open tasks as they are to be expected: what is late ends today at the earliest, and what has begun waits for
 * nothing any more. Cancelled tasks hold nobody up, and done ones have done so.
 */
export const forecast = (
  tasks: readonly Planned[],
  links: readonly Link[],
  run: Run,
  today: LocalDate,
): { tasks: NetworkTask[]; links: Link[] } => {
  const lastOn = lastDayOf(tasks, run)
  const waiting = new Set(tasks.filter(({ status }) => status === 'todo').map(({ id }) => id))
  return {
    tasks: tasks.filter(isOpen).map((task) => ({
      id: task.id,
      startOn: task.startOn,
      dueOn: latest(task.dueOn, [today]),
      deadlineOn: deadlineOf(task, run, lastOn),
    })),
    links: links.filter(({ taskId }) => waiting.has(taskId)),
  }
}

/** R26: 10–15 % of the time is held as buffer. */
export const buffer = { least: 10, most: 15 } as const

export interface Share {
  /** Days from the first planned one to the day before the launch. */
  days: number
  /** Least float of what has to be over by then. */
  float: number
  /** In whole percent; negative when the launch is missed. */
  percent: number
}

/** The share of the preparation that is held as buffer; `null` when nothing of it is open. */
export const shareOf = (
  tasks: readonly Planned[],
  floats: ReadonlyMap<number, { float: number }>,
  { launchOn }: Run,
): Share | null => {
  const before = tasks.filter((task) => task.startOn < launchOn && task.status !== 'cancelled')
  const left = before.flatMap(({ id }) => floats.get(id)?.float ?? [])
  const firstOn = earliest(
    launchOn,
    before.map(({ startOn }) => startOn),
  )
  if (left.length === 0) return null
  const days = lengthInDays(firstOn, launchOn) - 1
  const float = left.reduce((least, one) => Math.min(least, one))
  return { days, float, percent: Math.round((float * 100) / days) }
}
