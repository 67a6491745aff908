/** Rows of tables on the pages of a document. */
import type { TableColumn } from '../../kit/document.js'
import { edge, type Flow, heightOf, inner, type Look, looks, wordsAt } from './flow.js'
import { rule } from './look.js'

const shade = '#f2f4f8'
const pad = 4.5
/** So many lines of a row are not parted. */
const together = 8

/** Its head is repeated on every page it goes on to. */
export const addTable = (
  flow: Flow,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
) => {
  const cells = columns.map(() => looks.cell)
  const head = () =>
    addRow(
      flow,
      columns,
      columns.map(({ label }) => label),
      columns.map(() => looks.label),
      { shade },
    )
  head()
  for (const row of rows) addRow(flow, columns, row, cells, { head })
}

type Share = Pick<TableColumn, 'share'>

interface RowLook {
  shade?: string
  /** Said again at the top of each page on which the row goes on. */
  head?: () => void
}

/** A row as high as its highest cell; one that is higher than a page goes on overleaf. */
export const addRow = (
  flow: Flow,
  columns: readonly Share[],
  texts: readonly string[],
  looksOf: readonly Look[],
  look: RowLook = {},
): void => {
  const cells = spansOf(columns).map(({ x, width }, i): Cell => {
    const own = looksOf[i] ?? looks.cell
    return { x: x + pad, look: own, lines: flow.linesOf(texts[i] ?? '', width - 2 * pad, own) }
  })
  const line = Math.max(...looksOf.map(heightOf))
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length))
  const fitting = () => Math.floor((flow.left() - 2 * pad) / line)
  const turn = () => {
    flow.turn()
    look.head?.()
  }
  if (fitting() < Math.min(count, together)) turn()
  for (let from = 0; from < count; ) {
    const to = Math.min(count, from + Math.max(1, fitting()))
    addPart(flow, cells, { from, to, line }, look)
    from = to
    if (from < count) turn()
  }
}

interface Cell {
  x: number
  look: Look
  lines: readonly string[]
}

/** The lines of a row that stand on one page, with the rule below them. */
const addPart = (
  flow: Flow,
  cells: readonly Cell[],
  { from, to, line }: { from: number; to: number; line: number },
  { shade: colour }: RowLook,
): void => {
  const [y, height] = [flow.at(), (to - from) * line + 2 * pad]
  if (colour) flow.put({ kind: 'fill', x: edge, y, width: inner, height, colour })
  for (const { x, look, lines } of cells)
    lines.slice(from, to).forEach((text, at) => {
      flow.put(wordsAt(x, y + pad + at * line, text, look))
    })
  flow.down(height)
  flow.put({ kind: 'fill', x: edge, y: flow.at() - 0.3, width: inner, height: 0.6, colour: rule })
}

const spansOf = (columns: readonly Share[]) => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x = edge
  return columns.map(({ share }) => {
    const span = { x, width: (inner * share) / whole }
    x += span.width
    return span
  })
}
