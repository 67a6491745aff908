/** Lists, tables, named values and numbers of charts: one line each, as phones show nothing wider. */
import type { Chart, Fields, List, Table } from '../../../kit/card.js'
import { cutTo } from '../../../kit/cut.js'
import { limits } from '../limits.js'
import type { Labelled, Line, Pen, Piece } from './pen.js'
import { bolder, linesOf, moreLines, nothing, piecesOf } from './words.js'

const bullet = '• '

/** The first lines of a list, and how many more there are. */
const shortened = (count: number, line: (i: number) => Line[], pen: Pen, most = pen.lines): Line[] => {
  const shown = Math.min(count, most)
  return [...Array.from({ length: shown }, (_, i) => line(i)).flat(), ...moreLines(count - shown, pen)]
}

const begin = (done: boolean | undefined, number: number | null): Piece[] => {
  const tick = done === undefined ? '' : done ? '✓ ' : '○ '
  return number === null ? [tick || bullet] : [{ bold: `${number}.` }, ` ${tick}`]
}

/** Lines with buttons are numbered from `first`, as the buttons stand elsewhere. */
export const isNumbered = ({ items }: List, pen: Pen): boolean =>
  pen.numbers && items.some(({ buttons }) => buttons.length > 0)

export const listLines = (list: List, pen: Pen, first: number): Line[] => {
  const numbered = isNumbered(list, pen)
  const line = (i: number): Line[] => {
    const { text = '', done } = list.items[i] ?? {}
    return linesOf([...begin(done, numbered ? first + i : null), ...piecesOf(text, pen)])
  }
  return shortened(list.items.length, line, pen)
}

/** The buttons of the lines that are shown. */
export const listButtons = ({ items }: List, pen: Pen, first: number): Labelled[] =>
  items
    .slice(0, pen.lines)
    .flatMap(({ buttons }, i) =>
      buttons.map((button) => ({ button, label: `${first + i} ${button.label}`, own: false })),
    )

/** The first column names the row; every other value says of which column it is. */
const rowPieces = ({ columns }: Table, row: Table['rows'][number], pen: Pen): Piece[] => {
  const [name = '', ...others] = row
  const values = others.flatMap((value, i): Piece[] => [
    `${i === 0 ? ' – ' : ' · '}${columns[i + 1] || nothing}: `,
    ...piecesOf(value, pen),
  ])
  return [bullet, ...bolder(piecesOf(name, pen)), ...values]
}

export const tableLines = (table: Table, pen: Pen): Line[] =>
  shortened(table.rows.length, (i) => linesOf(rowPieces(table, table.rows[i] ?? [], pen)), pen)

export const fieldLines = ({ items }: Fields, pen: Pen): Line[] =>
  items.flatMap(({ name, value }) => linesOf([...bolder(piecesOf(name, pen)), ': ', ...piecesOf(value, pen)]))

const numbersOf = ({ series, unit }: Chart, i: number): string =>
  series
    .map(({ name, values }) => `${series.length > 1 ? `${name} ` : ''}${values[i] ?? nothing}${unit}`)
    .join(', ')

/** Looks like nothing else in markdown; whatever else stands there is no picture. */
const mediaId = /^[@$][\w@$+/=.-]+$/

/** The picture where there is one, and always the numbers. */
export const chartLines = (chart: Chart, pen: Pen): Line[] => {
  const image = pen.pictures.get(chart)
  const title = piecesOf(chart.title, pen)
  const line = (i: number): Line[] =>
    linesOf([bullet, ...piecesOf(chart.labels[i] ?? '', pen), `: ${numbersOf(chart, i)}`])
  return [
    ...(chart.title.trim() === '' ? [] : linesOf(bolder(title))),
    ...(image && mediaId.test(image)
      ? [{ pieces: [{ image, title: cutTo(chart.title, limits.name) }] }]
      : []),
    ...shortened(chart.labels.length, line, pen, Math.min(pen.lines, limits.chart)),
  ]
}
