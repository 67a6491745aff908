/** Earliest and latest days, float and critical path of tasks that wait for each other (F48, R26). */
import type { LocalDate } from '../../kit/time.js'
import { dateOf, dayNumber } from './dates.js'
import { type Link, neighboursOf, ordered } from './order.js'

export interface NetworkTask {
  id: number
  startOn: LocalDate
  /** The last day, counted. */
  dueOn: LocalDate
  /** The last day on which it may be finished; without one it is the last day of the whole network. */
  deadlineOn?: LocalDate
}

export interface Timing {
  /** Never before the planned start, nor before the day after the last predecessor. */
  earliestStartOn: LocalDate
  earliestDueOn: LocalDate
  latestStartOn: LocalDate
  latestDueOn: LocalDate
  /** Calendar days by which it may slip without a deadline being missed; negative: one is missed already. */
  float: number
  /** No other task has less float. */
  critical: boolean
}

export interface Network {
  timings: ReadonlyMap<number, Timing>
  /** Ids of the longest chain of critical tasks in which each begins as soon as the one before is finished. */
  path: readonly number[]
  /** The last day on which a task is finished at the earliest; `null` without tasks. */
  endOn: LocalDate | null
}

interface Node {
  id: number
  /** Calendar days, both ends counted. */
  length: number
  before: Node[]
  after: Node[]
  deadline: number | null
  start: number
  end: number
  /** The latest end. */
  latest: number
}

const floatOf = ({ end, latest }: Node): number => latest - end
const isDrivenBy = (node: Node, before: Node): boolean => before.end + 1 === node.start

const nodesOf = (tasks: readonly NetworkTask[], links: readonly Link[]): Node[] => {
  const ids = tasks.map(({ id }) => id)
  const neighbours = neighboursOf(ids, links)
  const nodes = new Map<number, Node>()
  for (const { id, startOn, dueOn, deadlineOn } of tasks) {
    const start = dayNumber(startOn)
    const length = Math.max(1, dayNumber(dueOn) - start + 1)
    const deadline = deadlineOn === undefined ? null : dayNumber(deadlineOn)
    nodes.set(id, { id, length, before: [], after: [], deadline, start, end: 0, latest: 0 })
  }
  const named = (list: readonly number[] = []) => list.map((id) => nodes.get(id) as Node)
  for (const node of nodes.values()) {
    node.before = named(neighbours.before.get(node.id))
    node.after = named(neighbours.after.get(node.id))
  }
  return named(ordered(neighbours))
}

const forwards = (order: readonly Node[]): void => {
  for (const node of order) {
    for (const { end } of node.before) node.start = Math.max(node.start, end + 1)
    node.end = node.start + node.length - 1
  }
}

const backwards = (order: readonly Node[], end: number): void => {
  for (const node of order.toReversed()) {
    node.latest = node.deadline ?? end
    for (const { latest, length } of node.after) node.latest = Math.min(node.latest, latest - length)
  }
}

/** The critical chain that begins first among those that end last. */
const pathOf = (order: readonly Node[], least: number): number[] => {
  const first = new Map<Node, number>()
  const via = new Map<Node, Node>()
  let last: Node | null = null
  for (const node of order) {
    if (floatOf(node) !== least) continue
    first.set(node, node.start)
    for (const before of node.before) {
      if (!isDrivenBy(node, before) || startOf(first, before) >= startOf(first, node)) continue
      first.set(node, startOf(first, before))
      via.set(node, before)
    }
    if (
      !last ||
      node.end > last.end ||
      (node.end === last.end && startOf(first, node) < startOf(first, last))
    )
      last = node
  }
  const path: number[] = []
  for (let node = last ?? undefined; node; node = via.get(node)) path.push(node.id)
  return path.reverse()
}

const startOf = (first: ReadonlyMap<Node, number>, node: Node): number => first.get(node) ?? Infinity

/**
 * The network of `tasks`; links to others hold nobody up. Linear in tasks and links.
 * @throws LoopError when tasks wait for each other in a circle.
 */
export const networkOf = (tasks: readonly NetworkTask[], links: readonly Link[]): Network => {
  const order = nodesOf(tasks, links)
  forwards(order)
  const end = order.reduce((last, node) => Math.max(last, node.end), -Infinity)
  backwards(order, end)
  const least = order.reduce((smallest, node) => Math.min(smallest, floatOf(node)), Infinity)
  const timings = new Map(order.map((node) => [node.id, timingOf(node, least)]))
  return { timings, path: pathOf(order, least), endOn: order.length === 0 ? null : dateOf(end) }
}

const timingOf = (node: Node, least: number): Timing => ({
  earliestStartOn: dateOf(node.start),
  earliestDueOn: dateOf(node.end),
  latestStartOn: dateOf(node.latest - node.length + 1),
  latestDueOn: dateOf(node.latest),
  float: floatOf(node),
  critical: floatOf(node) === least,
})
