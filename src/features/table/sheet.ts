/** A table as people keep it in Excel: a title, columns with the words of the handbook, rows of text. */

export interface Column {
  label: string
  kind: 'text' | 'date' | 'choice'
  /** What may be chosen, in its own words. */
  choices?: readonly string[]
}

export interface Sheet {
  title: string
  columns: readonly Column[]
  /** As many cells a row as there are columns; dates as `2024-05-01`. */
  rows: readonly (readonly string[])[]
}
