/** The work breakdown structure: strategies, their modules, and the tasks of each (003 §2.2). */
import type { LocalDate } from '../../kit/time.js'
import type { Module, Strategy, Tree } from '../strategy/index.js'
import { type Counts, counts, type Task } from '../task/index.js'

export interface Part {
  /** Null: what belongs to the strategy as a whole. */
  module: Module | null
  tasks: readonly Task[]
  counts: Counts
}

export interface Branch {
  /** Null: what belongs to no strategy. */
  strategy: Strategy | null
  counts: Counts
  /** Its modules in their order; before them what belongs to none, where there is anything. */
  parts: readonly Part[]
}

const partOf = (module: Module | null, tasks: readonly Task[], today: LocalDate): Part => ({
  module,
  tasks,
  counts: counts(tasks, today),
})

/** @param tasks without cancelled ones, by due date */
export const branchesOf = (tree: Tree, tasks: readonly Task[], today: LocalDate): Branch[] => {
  const all = tree.map((strategy): Branch => {
    const own = tasks.filter(({ strategyId }) => strategyId === strategy.id)
    const loose = own.filter(({ moduleId }) => moduleId === null)
    const modules = strategy.modules.map((module) =>
      partOf(
        module,
        own.filter(({ moduleId }) => moduleId === module.id),
        today,
      ),
    )
    const parts = [...(loose.length > 0 ? [partOf(null, loose, today)] : []), ...modules]
    return { strategy, counts: counts(own, today), parts }
  })
  const rest = tasks.filter(({ strategyId }) => strategyId === null)
  return rest.length === 0
    ? all
    : [...all, { strategy: null, counts: counts(rest, today), parts: [partOf(null, rest, today)] }]
}

export const isEmpty = ({ counts: { total } }: { counts: Counts }): boolean => total === 0

/** Strategies without a task (O40). */
export const idle = (tree: Tree, tasks: readonly Pick<Task, 'strategyId'>[]): Strategy[] => {
  const busy = new Set(tasks.map(({ strategyId }) => strategyId))
  return tree.filter(({ id }) => !busy.has(id))
}

/** How many lines of tasks each part has room for: `room` in all, no part before the others have as many. */
export const roomsFor = (sizes: readonly number[], room: number): number[] => {
  const rooms = sizes.map(() => 0)
  let left = room
  for (let row = 0; left > 0 && sizes.some((size) => size > row); row++) {
    for (const [i, size] of sizes.entries()) {
      if (size <= row || left === 0) continue
      rooms[i] = row + 1
      left -= 1
    }
  }
  return rooms
}
