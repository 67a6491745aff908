/** Tables: Slack's own block for the first of a message, lists of named values for the others. */
import type { types } from '@slack/bolt'
import type { Table } from '../../../kit/card.js'
import { plainText, type Span, type Text } from '../../../kit/text.js'
import { limits } from '../limits.js'
import { bareList } from './list.js'
import { nothing, richText, section, settled } from './objects.js'
import type { Pen, SlackBlock } from './pen.js'
import { moreBlocks } from './words.js'

/** Numbers with their signs and units stand to the right: `≤30秒`, `¥1.2万`, `83.3 %`, or a dash for none. */
const figure = /^[≤≥<>+\-−]?[¥$€]?\d[\d.,:]*\s?[%\p{L}]{0,3}$|^[–-]?$/u

const widthOf = ({ columns, rows }: Table) =>
  rows.reduce((most, row) => Math.max(most, row.length), columns.length)

// Cells of raw text were refused for a while; rich text always was taken.
const cell = (text: Text | undefined, pen: Pen, bold = false): types.RichTextBlock => {
  const words = settled(text ?? nothing, pen, limits.section)
  return richText(section(bold ? words.map((span) => ({ bold: plainText([span]) })) : words))
}

const isFigures = (rows: readonly Text[][], column: number): boolean =>
  column > 0 && rows.every((row) => figure.test(plainText(row[column] ?? '')))

const nativeTable = (of: Table, pen: Pen): SlackBlock[] => {
  const { columns, rows } = of
  const shown = rows.slice(0, Math.min(pen.lines, limits.table.rows - 1))
  const all = Array.from({ length: widthOf(of) }, (_, i) => i)
  const table: types.TableBlock = {
    type: 'table',
    rows: [
      all.map((i) => cell(columns[i], pen, true)),
      ...shown.map((row) => all.map((i) => cell(row[i], pen))),
    ],
    column_settings: all.map((i) => ({ align: isFigures(shown, i) ? 'right' : 'left', is_wrapped: true })),
  }
  return [table, ...moreBlocks(rows.length - shown.length, pen)]
}

/** The first column names the row; every other value says of which column it is. */
const rowLine = ({ columns }: Table, row: readonly Text[], pen: Pen): Span[] => {
  const [first = '', ...others] = row
  const values = others.flatMap((value, i): Span[] => [
    `${i === 0 ? '' : ' · '}${columns[i + 1] ?? nothing}: `,
    ...settled(value, pen, limits.section),
  ])
  const name = settled(first, pen, limits.section).map((span) =>
    typeof span === 'string' ? { bold: span } : span,
  )
  return values.length > 0 ? [...name, ' – ', ...values] : name
}

/** `nth`: how many tables stand above it in the message. */
export const tableBlocks = (of: Table, pen: Pen, nth: number): SlackBlock[] => {
  const width = widthOf(of)
  if (width === 0) return []
  const { count, columns } = limits.table
  const native = pen.native && pen.surface === 'message' && nth < count && width <= columns
  if (native) return nativeTable(of, pen)
  return bareList(of.rows.length, (i) => rowLine(of, of.rows[i] ?? [], pen), pen)
}
