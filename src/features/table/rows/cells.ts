/** One line of a recognised table: its cells by column, and what is noticed while it is read. */

import { cut } from '../../../kit/text.js'
import type { Params } from '../../../kit/translate.js'
import { type Finding, isRefusal, type Kind } from '../finding.js'
import { withoutPinyin } from '../read/fold.js'
import { isBlank, type Line } from '../read/grid.js'
import type { Recognised } from '../read/recognise.js'

/** Letters of a cell; longer ones are no table. */
const longest = { text: 10_000, name: 2000 }

/** The lines of a table as what will be kept. */
export interface Understood<R> {
  rows: readonly R[]
  findings: readonly Finding[]
  /** Lines that are left out. */
  refused: number
}

export interface Cells {
  row: number
  /** The trimmed text of the first of these columns that has one. */
  of(...columns: readonly string[]): string
  /** The columns of the writer's own that say something. */
  extra: readonly (readonly [label: string, value: string])[]
  note(kind: Kind, column: string, params?: Params): void
  /** Whether anything noted so far leaves the row out. */
  refused(): boolean
}

/** The lines below the heading as cells; whatever is noted lands in `findings`. */
export const cellsIn = ({ heading, columns, extra, grid }: Recognised, findings: Finding[]): Cells[] => {
  const labelOf = (column: string): string =>
    (heading.cells[columns.get(column) ?? -1] ?? '').trim().replace(/\s*\n\s*/g, ' ')
  const below = grid.lines.filter(
    (line) => line.row > heading.row && !isBlank(line) && !isAgain(line, heading),
  )
  return below.map((line) => {
    const texts = line.cells.map((cell) => withoutPinyin(cell).trim())
    const textAt = (at: number | undefined): string => texts[at ?? -1] ?? ''
    let refused = false
    const note = (kind: Kind, column: string, params: Params = {}) => {
      refused ||= isRefusal({ kind })
      findings.push({ kind, row: line.row, column: labelOf(column), params })
    }
    for (const [column, at] of columns) {
      const max = column === 'task' ? longest.name : longest.text
      if (textAt(at).length > max) note('long', column, { max })
    }
    return {
      row: line.row,
      of: (...names) => names.map((name) => textAt(columns.get(name))).find((text) => text !== '') ?? '',
      extra: extra.map(({ label, at }) => [label, textAt(at)] as const).filter(([, text]) => text !== ''),
      note,
      refused: () => refused,
    }
  })
}

/** Printed tables repeat their heading on each page. */
const isAgain = ({ cells }: Line, heading: Line): boolean =>
  heading.cells.every((label, i) => label.trim() === (cells[i] ?? '').trim())

/** What was put right in the table as a whole. */
export const wholeFindings = ({ extra, grid, others }: Recognised): Finding[] => {
  const kept = extra.map(({ label }) => label.replace(/\s*\n\s*/g, ' '))
  const sheets = cut(others.join(', '), 200)
  const debris = grid.lines.reduce(
    (sum, { cells }) => sum + cells.filter((cell) => withoutPinyin(cell) !== cell).length,
    0,
  )
  const whole = (kind: Kind, params: Params): Finding => ({ kind, row: 0, column: '', params })
  return [
    ...(kept.length > 0 ? [whole('extra', { columns: cut(kept.join(', '), 200), count: kept.length })] : []),
    ...(others.length > 0 ? [whole('sheets', { read: grid.name ?? '', sheets })] : []),
    ...(grid.merged ? [whole('merged', { count: grid.merged })] : []),
    ...(debris > 0 ? [whole('pinyin', { count: debris })] : []),
  ]
}
