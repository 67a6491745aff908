/** What becomes of open tasks as things stand: what each waits for, its float, and whether it is at risk (F38, F48). */
import type { LocalDate } from '../../kit/time.js'
import { dayNumber } from './dates.js'
import { forecast, type Planned, type Run } from './float.js'
import { type Network, networkOf, type Timing } from './network.js'
import { type Link, waitsOf } from './order.js'
import { isLate, isOpen } from './task.js'
import type { Task } from './task.repo.js'

/** Not late yet, but it will be. */
export interface Risk {
  /** Days after its planned start on which it can begin at the earliest; 0: it should have begun, and has no float left. */
  days: number
}

export interface Outlook {
  waitsFor(task: Task): Task[]
  risk(task: Task): Risk | null
  network: Network
}

/** @param tasks all tasks of one campaign with its links */
export const outlookOf = (
  tasks: readonly Task[],
  links: readonly Link[],
  run: Run,
  today: LocalDate,
): Outlook => {
  const open = new Map(tasks.filter(isOpen).map((task) => [task.id, task]))
  const waits = waitsOf(links)
  const expected = forecast(tasks, links, run, today)
  const network = networkOf(expected.tasks, expected.links)
  return {
    waitsFor: ({ id }) => (waits.get(id) ?? []).flatMap((other) => open.get(other) ?? []),
    risk: (task) => riskOf(task, network.timings.get(task.id), today),
    network,
  }
}

/** Only what has not begun can miss its start; what is late is late, and no longer at risk. */
export const riskOf = (
  task: Planned,
  timing: Pick<Timing, 'earliestStartOn' | 'float'> | undefined,
  today: LocalDate,
): Risk | null => {
  if (!timing || task.status !== 'todo' || isLate(task, today)) return null
  const days = dayNumber(timing.earliestStartOn) - dayNumber(task.startOn)
  if (days > 0) return { days }
  return timing.float <= 0 && task.startOn <= today ? { days: 0 } : null
}
