/** Three plans: what a newer version of a template changes in a campaign, and what stays because the team has changed it. */
import type { Content } from '../template/index.js'
import {
  differences,
  type Entry,
  type Field,
  fieldsOf,
  type Item,
  idOf,
  indexed,
  type Part,
  squeezed,
} from './diff.js'

/**
 * Why something of a newer version is not taken over: the team has changed or removed it, or has one of this name; it is
 * done, begun, delivered or measured already; or phases and reports, which are never taken away.
 */
export type Why = 'own' | 'gone' | 'there' | 'done' | 'begun' | 'delivered' | 'readings' | 'stays'

export interface Kept extends Entry {
  why: Why
}

export interface Merge {
  changes: readonly Entry[]
  kept: readonly Kept[]
}

/** What a part of a campaign has come to, and whether somebody has fixed its dates. */
export type State = (
  part: Part,
  key: string,
) => { is: Extract<Why, 'done' | 'begun' | 'delivered' | 'readings'> | null; fixed?: boolean }

/**
 * What the newer version `theirs` changes in a campaign that was made from `base` and is `mine` now: only what the team has
 * left as it was, field by field, and nothing that is done.
 */
export const merged = (base: Content, mine: Content, theirs: Content, stateOf: State): Merge => {
  const own = indexed(mine)
  const was = indexed(base)
  const names = new Set(mine.tasks.map(({ name }) => squeezed(name)))
  const changes: Entry[] = []
  const kept: Kept[] = []
  for (const entry of differences(base, theirs)) {
    const id = idOf(entry)
    const decided = decide(
      entry,
      { was: was.get(id), own: own.get(id), names },
      stateOf(entry.part, entry.key),
    )
    changes.push(...decided.changes)
    kept.push(...decided.kept)
  }
  return { changes, kept }
}

interface Here {
  was: Item | undefined
  own: Item | undefined
  /** Of the tasks there are. */
  names: ReadonlySet<string>
}

const none: Merge = { changes: [], kept: [] }

const decide = (entry: Entry, here: Here, state: ReturnType<State>): Merge => {
  const stays = (why: Why): Merge => ({ changes: [], kept: [{ ...entry, why }] })
  if (entry.how === 'added') {
    if (here.own || (entry.part === 'task' && here.names.has(squeezed(entry.name)))) return stays('there')
    return { changes: [entry], kept: [] }
  }
  if (!here.own) return entry.how === 'removed' ? none : stays('gone')
  if (entry.how === 'changed') return fieldwise(entry, here.own, state)
  if (entry.part === 'phase' || entry.part === 'report') return stays('stays')
  if (state.is !== null) return stays(state.is)
  if (here.was && fieldsOf(here.was, here.own).length > 0) return stays('own')
  return { changes: [entry], kept: [] }
}

const fieldwise = (entry: Entry, own: Item, state: ReturnType<State>): Merge => {
  const open = entry.fields.filter(({ field, to }) => own.values[field] !== to)
  const isOwn = ({ field, from }: Field) =>
    own.values[field] !== from || (state.fixed === true && field === 'days')
  const free = open.filter((field) => !isOwn(field))
  const changed = open.filter(isOwn)
  if (open.length === 0) return none
  if (state.is === 'done' || state.is === 'delivered')
    return { changes: [], kept: [{ ...entry, fields: open, why: state.is }] }
  // What is counted or dated within a task that has begun may be half done.
  const blocked = state.is === 'begun' ? free.filter(({ field }) => field === 'parts') : []
  const taken = free.filter((field) => !blocked.includes(field))
  return {
    changes: taken.length > 0 ? [{ ...entry, fields: taken }] : [],
    kept: [
      ...(changed.length > 0 ? [{ ...entry, fields: changed, why: 'own' as const }] : []),
      ...(blocked.length > 0 ? [{ ...entry, fields: blocked, why: 'begun' as const }] : []),
    ],
  }
}
