/** A table as it was written: lines of cell texts with the row in which each stood. */

export interface Line {
  /** Where it stood, the first row is 1. */
  row: number
  cells: readonly string[]
}

export interface Grid {
  /** What the sheet is called. */
  name?: string
  lines: readonly Line[]
  /** Cells that were empty because they were merged with the one above. */
  merged?: number
  /** From when days of numbers are counted. */
  epoch?: '1900' | '1904'
}

/** More rows than this are not read. */
export const mostRows = 10_000

/** Columns beyond are not looked at. */
export const mostColumns = 100

export const isBlank = ({ cells }: Line): boolean => cells.every((cell) => cell.trim() === '')
