/** Cells of free text: kept as they are, emptied by 无, left alone where they are empty. */
import { cut } from '../../../kit/text.js'
import type { Finding } from '../finding.js'
import type { Recognised } from '../read/recognise.js'
import type { Cells } from './cells.js'
import type { Words } from './words.js'

/** Undefined: nothing is said; null: it says that there is nothing. A longer text than `max` refuses the row. */
export const textIn = (
  words: Pick<Words, 'isNothing'>,
  cells: Cells,
  column: string,
  max: number,
): string | null | undefined => {
  const text = cells.of(column)
  if (text === '') return undefined
  if (words.isNothing(text)) return null
  if (text.length > max) cells.note('long', column, { max })
  return text
}

/** In one line, as names are. */
export const lineIn = (cells: Cells, column: string, max: number): string => {
  const text = cells.of(column).replace(/\s+/g, ' ')
  if (text.length > max) cells.note('long', column, { max })
  return text
}

/** The writer's own columns, where there is no place for them. */
export const leftOut = ({ extra }: Pick<Recognised, 'extra'>): Finding[] => {
  if (extra.length === 0) return []
  const columns = cut(extra.map(({ label }) => label).join(', '), 200)
  return [{ kind: 'leftOut', row: 0, column: '', params: { columns } }]
}
