/** When a task ends later than planned: where that leaves everything that waits for it (F48). */
import { createHash } from 'node:crypto'
import type { LocalDate } from '../../kit/time.js'
import { dateOf, dayNumber, latest, movedTo } from './dates.js'
import { forecast, type Run } from './float.js'
import { networkOf } from './network.js'
import { allBehind, type Link, type Neighbours, neighboursOf, ordered } from './order.js'
import { isOpen } from './task.js'
import type { Task } from './task.repo.js'

/** `consume`: each moves only as far as it has to. `keep`: all move by the slip, so that the days between them stay. */
export const ways = ['consume', 'keep'] as const
export type Way = (typeof ways)[number]

export interface Slip {
  task: Task
  /** When it ends now, or at the earliest. */
  dueOn: LocalDate
  /** Days after its planned end. */
  days: number
}

export interface Plan {
  tasks: readonly Task[]
  links: readonly Link[]
  run: Run
  today: LocalDate
}

export interface Move {
  task: Task
  startOn: LocalDate
  dueOn: LocalDate
  /** By which it moves. */
  days: number
  /** What is left then; negative when a deadline is missed, by itself or by what waits for it. */
  float: number
  /** What it was before the slip. */
  was: number
  /** The deadline it misses itself. */
  misses: LocalDate | null
}

/**
 * What `task` has slipped: by `moved` days that were decided, and by those that it is late, finished or not.
 * @param finishedOn the day on which it was done
 */
export const slipOf = (task: Task, moved: number, finishedOn: LocalDate | null, today: LocalDate): Slip => {
  const end = isOpen(task) ? today : (finishedOn ?? task.dueOn)
  const dueOn = latest(task.dueOn, [end])
  return { task, dueOn, days: moved + dayNumber(dueOn) - dayNumber(task.dueOn) }
}

/** New days of everything that has to move, in the order of the work. What has begun or is done stays where it is. */
export const movesOf = (plan: Plan, slip: Slip, way: Way): Move[] => {
  const byId = new Map(plan.tasks.map((task) => [task.id, task]))
  const neighbours = openNeighbours(plan, slip.task.id)
  const behind = allBehind(neighbours, slip.task.id)
  const ends = new Map([[slip.task.id, slip.dueOn]])
  const starts = new Map<Task, LocalDate>()
  for (const id of ordered(neighbours)) {
    const task = byId.get(id)
    if (task?.status !== 'todo' || !behind.has(id)) continue
    const startOn = startAfter(neighbours, ends, task, way === 'keep' ? slip.days : 0)
    if (startOn <= task.startOn) continue
    starts.set(task, startOn)
    ends.set(id, movedTo(task, startOn).dueOn)
  }
  return judged(plan, slip, starts)
}

const openNeighbours = ({ tasks, links }: Plan, slipped: number): Neighbours => {
  const ids = tasks.filter((task) => isOpen(task) || task.id === slipped).map(({ id }) => id)
  return neighboursOf(ids, links)
}

const later = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days)

/** Only what has moved pushes: what overlaps by plan already is left in peace. */
const startAfter = (
  { before }: Neighbours,
  ends: ReadonlyMap<number, LocalDate>,
  task: Task,
  days: number,
): LocalDate => {
  const pushes = (before.get(task.id) ?? []).flatMap((id) => ends.get(id) ?? [])
  if (pushes.length === 0) return task.startOn
  return latest(
    later(task.startOn, days),
    pushes.map((end) => later(end, 1)),
  )
}

/** With the float that is left; deadlines are those of the plan as it was. */
const judged = (plan: Plan, slip: Slip, starts: ReadonlyMap<Task, LocalDate>): Move[] => {
  const dates = new Map([...starts].map(([task, startOn]) => [task.id, movedTo(task, startOn)]))
  const before = forecast(plan.tasks, plan.links, plan.run, plan.today)
  const tasks = before.tasks.map((task) => {
    const ends = task.id === slip.task.id ? { dueOn: slip.dueOn } : {}
    return { ...task, ...ends, ...dates.get(task.id) }
  })
  const { timings } = networkOf(tasks, before.links)
  const planned = before.tasks.map((task) =>
    task.id === slip.task.id ? { ...task, dueOn: later(slip.dueOn, -slip.days) } : task,
  )
  const { timings: old } = networkOf(planned, before.links)
  const deadlines = new Map(tasks.map(({ id, deadlineOn = '' }) => [id, deadlineOn]))
  return [...starts].map(([task, startOn]) => {
    const { dueOn } = movedTo(task, startOn)
    const deadline = deadlines.get(task.id) ?? dueOn
    const days = dayNumber(startOn) - dayNumber(task.startOn)
    const [float = 0, was = 0] = [timings, old].map((of) => of.get(task.id)?.float)
    return { task, startOn, dueOn, days, float, was, misses: dueOn > deadline ? deadline : null }
  })
}

/** Changes with everything a preview was made of: a press on an older one is answered with a new one. */
export const fingerprint = (plan: Plan, slip: Slip): number => {
  const behind = allBehind(openNeighbours(plan, slip.task.id), slip.task.id)
  const concerned = plan.tasks.filter(({ id }) => id === slip.task.id || behind.has(id))
  const stamps = concerned.map(({ id, version }) => `${id}.${version}`).sort()
  const links = plan.links.flatMap((link) =>
    behind.has(link.taskId) ? `${link.taskId}<${link.predecessorId}` : [],
  )
  const all = [slip.dueOn, slip.days, ...stamps, ...links.sort()].join(' ')
  return Number.parseInt(createHash('sha256').update(all).digest('hex').slice(0, 12), 16)
}
