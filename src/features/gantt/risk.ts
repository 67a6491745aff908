/** Which tasks cannot keep their dates any more, because what they wait for is late. */
import { addDays, daysBetween, type LocalDate } from '../../kit/time.js'
import { isLate, isOpen, type Link, type Task } from '../task/index.js'

/** Ids of open tasks that will begin later than planned when every late one is finished today and the rest takes its time. */
export const atRisk = (tasks: readonly Task[], links: readonly Link[], today: LocalDate): Set<number> => {
  const ends = new Map(tasks.map((task) => [task.id, isLate(task, today) ? today : task.dueOn]))
  const open = tasks.filter(isOpen).map((task) => [task.id, task] as const)
  const byId = new Map(open)
  const risky = new Set<number>()
  // Each round settles at least one more task of a chain; a circle ends with the rounds.
  for (let round = 0, moved = true; moved && round < tasks.length; round++) {
    moved = false
    for (const { taskId, predecessorId } of links) {
      const [task, before, end] = [byId.get(taskId), byId.get(predecessorId), ends.get(predecessorId)]
      if (!task || !before || !end || end < task.startOn || !isMoved(before, today, risky)) continue
      risky.add(taskId)
      const later = addDays(task.dueOn, daysBetween(task.startOn, end) + 1)
      if (later > (ends.get(taskId) ?? '')) moved = Boolean(ends.set(taskId, later))
    }
  }
  return risky
}

const isMoved = (task: Task, today: LocalDate, risky: ReadonlySet<number>): boolean =>
  isLate(task, today) || risky.has(task.id)
