/** Rows of a table beside what stands under the same name: the first with the first, the second with the second. */
import type { Kind } from '../finding.js'
import type { Cells } from './cells.js'

/** By what a row and what stands know one another. */
export interface Keys<R, S> {
  row(row: R): string
  stands(stands: S): string
}

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

/** What stands for each row, where anything does. */
export const paired = <R, S>(
  rows: readonly R[],
  standing: readonly S[],
  keys: Keys<R, S>,
): ReadonlyMap<R, S> => {
  const groups = grouped(standing, keys.stands)
  const met = new Map<R, S>()
  for (const [key, same] of grouped(rows, keys.row)) {
    for (const [i, row] of same.entries()) {
      const stands = groups.get(key)?.[i]
      if (stands !== undefined) met.set(row, stands)
    }
  }
  return met
}

export interface Read<R> {
  cells: Cells
  row: R
}

/**
 * Refuses a row that is there twice, unless it stands twice, and one that may mean any of several.
 * @param column by which rows are known
 */
export const refuseTwins = <R, S>(
  read: readonly Read<R>[],
  standing: readonly S[],
  keys: Keys<R, S>,
  column: string,
): void => {
  const groups = grouped(standing, keys.stands)
  const note = (cells: Cells, kind: Kind, params: Record<string, number>) => cells.note(kind, column, params)
  for (const [key, same] of grouped(read, ({ row }) => keys.row(row))) {
    const count = groups.get(key)?.length ?? 0
    const first = same[0]?.cells.row ?? 0
    for (const { cells } of same.slice(Math.max(1, count))) note(cells, 'rowTwice', { other: first })
    if (same.length < count) for (const { cells } of same) note(cells, 'rowSeveral', { count })
  }
}
