/** What rows of a table would make of the tasks of a campaign: new, changed or as they are; nothing is kept here. */
import type { LocalDate } from '../../kit/time.js'
import { idsIn, type Place, type Tree } from '../strategy/index.js'
import type { Link } from './order.js'
import { isOpen, leadsTo, type Priority, type Wish } from './task.js'
import type { Task, TaskChange } from './task.repo.js'

const texts = ['description', 'deliverable', 'support', 'predecessor', 'remarks'] as const
type Texts = Partial<Record<(typeof texts)[number], string | null>>

/** One line of a table. What is left out stays as it is; null empties it. */
export interface TaskRow extends Texts {
  number: number
  name: string
  ownerId: string
  /** Without it a task keeps its first day, if that is not after the last. */
  startOn?: LocalDate
  dueOn: LocalDate
  status?: Wish | 'review'
  priority?: Priority
  approverId?: string | null
  /** What it is for; without a module it keeps that of the same strategy. */
  place?: Place | null
  /** Numbers of the tasks it waits for. */
  predecessors?: readonly number[]
  /** Lines of remarks that begin with a name, e.g. 关联策略：小红书种草 (values of columns that tasks do not have). */
  notes?: readonly (readonly [name: string, value: string])[]
}

export interface Changed {
  task: Task
  row: TaskRow
  data: TaskChange
  /** It waits for others than before. */
  relinked: boolean
}

export interface ImportPlan {
  added: readonly TaskRow[]
  changed: readonly Changed[]
  unchanged: readonly Task[]
}

/** Blanks and the way lines end are the program's, not the writer's. */
const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** `remarks` in which each of `notes` stands once, on a line of its own. */
export const withNotes = (remarks: string | null, notes: TaskRow['notes'] = []): string | null => {
  const lines = (remarks ?? '').split('\n').filter((line) => line !== '')
  for (const [name, value] of notes) {
    const line = `${name}：${value.replace(/\s+/g, ' ').trim()}`
    const at = lines.findIndex((one) => one.startsWith(`${name}：`))
    if (at < 0) lines.push(line)
    else lines[at] = line
  }
  return lines.join('\n') || null
}

/** The numbers each task waits for, from links between ids. */
export const awaitedBy = (tasks: readonly Task[], links: readonly Link[]): ReadonlyMap<number, number[]> => {
  const numbers = new Map(tasks.map(({ id, number }) => [id, number]))
  const awaited = new Map<number, number[]>(tasks.map(({ number }) => [number, []]))
  for (const { taskId, predecessorId } of links) {
    awaited.get(numbers.get(taskId) ?? 0)?.push(numbers.get(predecessorId) ?? 0)
  }
  return awaited
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  [...new Set(a)].sort((x, y) => x - y).join() === [...new Set(b)].sort((x, y) => x - y).join()

/** Only what differs. Somebody else's open task is offered to its new owner, who is asked (F47). */
const differences = (task: Task, row: TaskRow, actor: string, tree: Tree): TaskChange => {
  const { name, dueOn, startOn = [task.startOn, dueOn].sort()[0] as LocalDate, priority, approverId } = row
  const now: TaskChange = { name, startOn, dueOn }
  for (const text of texts) if (row[text] !== undefined) now[text] = row[text]
  now.remarks = withNotes(now.remarks === undefined ? task.remarks : now.remarks, row.notes)
  if (priority) now.priority = priority
  if (approverId !== undefined) now.approverId = approverId
  const kept = Object.entries(now).filter(
    ([key, value]) => squeezed(task[key as keyof Texts]) !== squeezed(value as string),
  )
  const change = { ...Object.fromEntries(kept), ...placement(task, row, tree) } as TaskChange
  const own = ownership(task, row, actor)
  return { ...change, ...movement({ ...task, ...change, ...own }, row, actor), ...own }
}

/** Stands for a strategy or module that the import adds. */
const fresh = 0

/** Where a new row belongs. */
export const placeFor = (row: TaskRow, tree: Tree): Pick<Task, 'strategyId' | 'moduleId'> => {
  if (!row.place) return { strategyId: null, moduleId: null }
  const strategy = idsIn(tree, { ...row.place, module: null })
  return (
    idsIn(tree, row.place) ?? {
      strategyId: strategy?.strategyId ?? fresh,
      moduleId: row.place.module === null ? null : fresh,
    }
  )
}

const placement = (task: Task, row: TaskRow, tree: Tree): TaskChange => {
  if (row.place === undefined) return {}
  const { strategyId, moduleId } = placeFor(row, tree)
  const same = strategyId === task.strategyId
  if (same && (moduleId === task.moduleId || row.place?.module === null)) return {}
  return same ? { moduleId } : { strategyId, moduleId }
}

const ownership = (task: Task, { ownerId }: TaskRow, actor: string): TaskChange => {
  if (ownerId === task.ownerId || ownerId === task.proposedOwnerId) return {}
  if (!isOpen(task) || ownerId === actor) return { ownerId, proposedOwnerId: null, accepted: true }
  return { proposedOwnerId: ownerId }
}

/** A result that somebody has to accept is not done because a table says so (F29). */
const movement = (task: Task, { status }: TaskRow, actor: string): TaskChange => {
  if (status === undefined || status === task.status) return {}
  const to = status === 'review' ? status : leadsTo(task, status, actor)
  return to === task.status ? {} : { status: to }
}

/**
 * @param links between ids, as they are kept
 * @param tree the strategies there are
 */
export const planImport = (
  tasks: readonly Task[],
  links: readonly Link[],
  rows: readonly TaskRow[],
  actor: string,
  tree: Tree = [],
): ImportPlan => {
  const byNumber = new Map(tasks.map((task) => [task.number, task]))
  const awaited = awaitedBy(tasks, links)
  const added: TaskRow[] = []
  const changed: Changed[] = []
  const unchanged: Task[] = []
  for (const row of rows) {
    const task = byNumber.get(row.number)
    if (!task) {
      added.push(row)
      continue
    }
    const data = differences(task, row, actor, tree)
    const relinked =
      row.predecessors !== undefined && !sameNumbers(awaited.get(task.number) ?? [], row.predecessors)
    if (relinked || Object.keys(data).length > 0) changed.push({ task, row, data, relinked })
    else unchanged.push(task)
  }
  return { added, changed, unchanged }
}
