/** Which task waits for which: an order in which all can be done, and the loop that makes it impossible (R79). */

/** `taskId` starts when `predecessorId` is finished. */
export interface Link {
  taskId: number
  predecessorId: number
}

/** Tasks wait for each other in a circle. */
export class LoopError extends Error {
  /** @param loop each waits for the next, and the last one is the first again */
  constructor(readonly loop: readonly number[]) {
    super(`tasks wait for each other: ${loop.join(' → ')}`)
    this.name = 'LoopError'
  }
}

/** Predecessors by task, as far as there are links. */
export const waitsOf = (links: readonly Link[]): Map<number, number[]> => {
  const before = new Map<number, number[]>()
  for (const { taskId, predecessorId } of links) {
    const known = before.get(taskId)
    if (known) known.push(predecessorId)
    else before.set(taskId, [predecessorId])
  }
  return before
}

const listsOf = (ids: Iterable<number>): Map<number, number[]> => new Map([...ids].map((id) => [id, []]))

/** Predecessors and successors by task. A link that names a task not among `ids`, a cancelled one, holds nobody up. */
export const neighboursOf = (ids: readonly number[], links: readonly Link[]) => {
  const [before, after] = [listsOf(ids), listsOf(ids)]
  for (const { taskId, predecessorId } of links) {
    const [waiting, awaited] = [before.get(taskId), after.get(predecessorId)]
    if (!waiting || !awaited || waiting.includes(predecessorId)) continue
    waiting.push(predecessorId)
    awaited.push(taskId)
  }
  return { before, after }
}
export type Neighbours = ReturnType<typeof neighboursOf>

/** Every task after its predecessors. @throws LoopError */
export const ordered = ({ before, after }: Neighbours): number[] => {
  const waits = new Map([...before].map(([id, list]) => [id, list.length]))
  const order = [...waits].flatMap(([id, count]) => (count === 0 ? [id] : []))
  // The list grows while it is read: whatever is no longer waited for comes next.
  for (const id of order) {
    for (const next of after.get(id) ?? []) {
      const left = (waits.get(next) ?? 0) - 1
      waits.set(next, left)
      if (left === 0) order.push(next)
    }
  }
  if (order.length === waits.size) return order
  throw new LoopError(loopAmong(before, new Set(order)))
}

/** Whatever could not be ordered waits for something else that could not: whoever follows that comes round. */
const loopAmong = (before: Neighbours['before'], ordered: ReadonlySet<number>): number[] => {
  const steps = new Map<number, number>()
  let id = [...before.keys()].find((one) => !ordered.has(one))
  while (id !== undefined && !steps.has(id)) {
    steps.set(id, steps.size)
    id = before.get(id)?.find((one) => !ordered.has(one))
  }
  const walked = [...steps.keys()]
  return id === undefined ? [] : [...walked.slice(steps.get(id)), id]
}

/**
 * The shortest loop that would close if `taskId` waited for `predecessorIds` as well: each waits for the next, the task
 * itself stands first and last. `null` when there is none.
 */
export const loopWith = (
  links: readonly Link[],
  taskId: number,
  predecessorIds: readonly number[],
): number[] | null => {
  const before = waitsOf(links)
  const from = new Map<number, number>(predecessorIds.map((id) => [id, taskId]))
  const reached = [...predecessorIds]
  for (const id of reached) {
    if (id === taskId) return wayBack(from, taskId)
    for (const next of before.get(id) ?? []) {
      if (from.has(next)) continue
      from.set(next, id)
      reached.push(next)
    }
  }
  return null
}

const wayBack = (from: ReadonlyMap<number, number>, taskId: number): number[] => {
  const way = [taskId]
  do way.push(from.get(way.at(-1) as number) as number)
  while (way.at(-1) !== taskId)
  return way.reverse()
}

/** Everything that waits for `id`, directly or not. */
export const allBehind = ({ after }: Neighbours, id: number): Set<number> => {
  const found = new Set(after.get(id))
  // A set that is read while it grows also gives what is added.
  for (const one of found) for (const next of after.get(one) ?? []) found.add(next)
  return found
}
