/** The stand-up digest: which lines of the day matter, and in which order (F71). */
import type { LocalDate } from '../../kit/time.js'
import { daysLate, isLate, type Task } from '../task/index.js'

export interface Day {
  /** Past their due date and not done, the longest first: what the meeting talks about. */
  late: Task[]
  /** To be finished today. */
  today: Task[]
  doing: Task[]
  todo: Task[]
  done: number
  /** Without cancelled tasks. */
  total: number
}

const isDoing = (task: Task) => task.status === 'doing' || task.status === 'review'

/** Every open task once: late, else due today, else by its status; each part by due date. */
export const dayOf = (tasks: readonly Task[], today: LocalDate): Day => {
  const all = tasks.filter((task) => task.status !== 'cancelled')
  const open = all.filter((task) => task.status !== 'done').toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  const later = open.filter((task) => !isLate(task, today) && task.dueOn !== today)
  return {
    late: open
      .filter((task) => isLate(task, today))
      .toSorted((a, b) => daysLate(b, today) - daysLate(a, today)),
    today: open.filter((task) => task.dueOn === today),
    doing: later.filter(isDoing),
    todo: later.filter((task) => !isDoing(task)),
    done: all.length - open.length,
    total: all.length,
  }
}

/** Counts as printed in 002 §4: what is late is neither in progress nor not started. */
export const countsOf = (day: Day) => ({
  done: day.done,
  doing: day.doing.length + day.today.filter(isDoing).length,
  late: day.late.length,
  todo: day.todo.length + day.today.filter((task) => !isDoing(task)).length,
})

/** Reports are named from this many days before their due date on. */
export const reportNotice = 3
