/** Which of the twelve tables somebody shows, by the words of its heading, in any language and order. */
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { languages, type Translate } from '../../../kit/translate.js'
import {
  isTaskTable,
  type PrintedTable,
  printed,
  printedTables,
  taskColumns,
  taskTables,
} from '../printed.js'
import { bareWord, folded } from './fold.js'
import { type Grid, type Line, mostColumns } from './grid.js'

export interface Recognised {
  table: PrintedTable
  heading: Line
  /** Where each known column stands. */
  columns: ReadonlyMap<string, number>
  /** Columns of the writer's own. */
  extra: readonly { label: string; at: number }[]
  grid: Grid
  /** Other sheets of the same file that are tables as well; they are not read. */
  others: readonly string[]
}

export const columnsOf = (table: PrintedTable): readonly string[] =>
  isTaskTable(table) ? [...new Set([...printed[table], ...taskColumns])] : printed[table]

/** The table in which a column of tasks is printed, for its words. */
const homeOf = (table: PrintedTable, column: string): PrintedTable =>
  [table, ...taskTables, ...printedTables].find((one) =>
    (printed[one] as readonly string[]).includes(column),
  ) ?? table

/** The heading of a column as printed, in one language. */
export const headingOf = (t: Translate, table: PrintedTable, column: string): string =>
  t.named(`table.${homeOf(table, column)}`, column)

const spellings = (t: Translate, table: PrintedTable, column: string): string[] =>
  languages.flatMap((language) => {
    const words = t.in(language)
    return [headingOf(words, table, column), ...words.named('table.also', column).split('|')]
  })

/** From any spelling of a heading to its column. The printed words of the table itself come first. */
const wordsOf = (t: Translate, table: PrintedTable): ReadonlyMap<string, string> => {
  const words = new Map<string, string>()
  for (const column of columnsOf(table)) {
    for (const spelling of spellings(t, table, column)) {
      const word = bareWord(spelling)
      if (!words.has(word)) words.set(word, column)
    }
  }
  return words
}

/** A cell in the two ways in which it may name a column. */
type Label = readonly [whole: string, bare: string]
const labelsIn = ({ cells }: Line): Label[] =>
  cells.slice(0, mostColumns).map((cell) => [folded(cut(cell, 200)), bareWord(cut(cell, 200))])

const headingIn = (words: ReadonlyMap<string, string>, labels: readonly Label[]) => {
  const columns = new Map<string, number>()
  for (const [at, [whole, bare]] of labels.entries()) {
    const column = words.get(whole) ?? words.get(bare)
    if (column !== undefined && !columns.has(column)) columns.set(column, at)
  }
  return columns
}

/** Titles and empty rows may stand above a heading. */
const headingAbove = 10

interface Candidate extends Recognised {
  /** Columns of the table itself that are there. */
  own: number
}

/** 起止时间 above 开始 and 结束: what stands below counts, and what stands above where nothing is below. */
const inTwoRows = (above: Line, below: Line | undefined): Line[] => {
  const isDivided = above.cells.some((cell, i) => cell.trim() !== '' && above.cells[i + 1]?.trim() === '')
  if (!below || !isDivided) return []
  const cells = above.cells.map((cell, i) => below.cells[i]?.trim() || cell)
  return [{ row: below.row, cells }]
}

const candidatesIn = (t: Translate, grid: Grid): Candidate[] => {
  const lines = grid.lines.slice(0, headingAbove)
  const headings = [...lines, ...lines.flatMap((line, i) => inTwoRows(line, lines[i + 1]))].map(
    (heading) => ({ heading, labels: labelsIn(heading) }),
  )
  return printedTables.flatMap((table) => {
    const words = wordsOf(t, table)
    return headings.map(({ heading, labels }) => {
      const columns = headingIn(words, labels)
      const own = printed[table].filter((column) => columns.has(column)).length
      return { table, heading, columns, extra: extraIn(heading, columns), grid, own, others: [] }
    })
  })
}

const extraIn = ({ cells }: Line, columns: ReadonlyMap<string, number>) => {
  const known = new Set(columns.values())
  return cells
    .slice(0, mostColumns)
    .flatMap((label, at) => (known.has(at) || label.trim() === '' ? [] : [{ label: label.trim(), at }]))
}

/** The most columns count, then having what it cannot do without, then the table of which the fewest are missing. */
const better = (a: Candidate, b: Candidate): number =>
  b.own - a.own ||
  missingIn(a).length - missingIn(b).length ||
  printed[a.table].length - printed[b.table].length ||
  b.columns.size - a.columns.size

/** Without one column of each of these a row means nothing. */
const needed: Partial<Record<PrintedTable, readonly (readonly string[])[]>> = {
  'process-tracking': [['task'], ['owner'], ['node', 'due', 'period']],
  'task-breakdown': [['task'], ['owner'], ['period', 'due', 'node']],
  'preparation-progress': [['task'], ['owner'], ['due', 'period', 'node']],
  'market-plan': [['phase'], ['period']],
  'strategy-plan': [['phase'], ['period']],
  'goal-consensus': [['metric'], ['target'], ['reached']],
  'progress-issues': [['date'], ['anomaly']],
  'execution-monitor': [['metric'], ['target']],
  'effect-evaluation': [['metric'], ['target', 'actual']],
  'retrospective-measures': [['part'], ['measure', 'success', 'shortcoming']],
  'retrospective-report': [['dimension'], ['content']],
  'campaign-plan': [['item'], ['example', 'explanation']],
}

const missingIn = ({ table, columns }: Recognised): string[] =>
  (needed[table] ?? []).flatMap((any) => (any.some((one) => columns.has(one)) ? [] : (any[0] ?? [])))

/**
 * The first of `grids` that is one of the tables, with all that it needs if there is such a one.
 * @throws UserError when none is, or columns are missing that it cannot do without.
 */
export const recognise = (t: Translate, grids: readonly Grid[]): Recognised => {
  const best = grids.flatMap((grid) => candidatesIn(t, grid).sort(better).slice(0, 1))
  const known = best.filter(({ own }) => own > 1)
  const whole = known.filter((one) => missingIn(one).length === 0)
  const found = whole[0] ?? known[0]
  if (!found) {
    const seen = grids[0]?.lines[0]?.cells.filter((cell) => cell.trim() !== '').join(' | ') ?? ''
    throw new UserError('table.error.unknown', { seen: cut(seen, 120) }, { field: 'pasted' })
  }
  const missing = missingIn(found).map((column) => headingOf(t, found.table, column))
  const others = whole.flatMap(({ grid }) => (grid === found.grid || !grid.name ? [] : [grid.name]))
  if (missing.length === 0) return { ...found, others }
  const params = { table: t.named(`table.${found.table}`, 'title'), columns: missing.join(', ') }
  throw new UserError('table.error.missing', params, { field: 'pasted' })
}
