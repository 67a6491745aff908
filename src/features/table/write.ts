/** A sheet as a file: xlsx, csv, or a Markdown table. */
import { writeCsv } from 'hucre/csv'
import { type ColumnDef, colToLetter, type DataValidation, writeXlsx } from 'hucre/xlsx'
import { isLocalDate } from '../../kit/time.js'
import type { Column, Sheet } from './sheet.js'

export const formats = ['xlsx', 'csv', 'md'] as const
export type Format = (typeof formats)[number]

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Excel reads cells from here on as dates; a date is its midnight in UTC, whatever the machine's zone. */
const cellOf = (value: string, { kind }: Column) =>
  kind === 'date' && isLocalDate(value) ? new Date(`${value}T00:00:00Z`) : value

const widest = 48
const narrowest = 8

/** Chinese letters are as wide as two others. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)

const columnOf = ({ columns, rows }: Sheet, i: number): ColumnDef => {
  const { label = '', kind } = columns[i] ?? {}
  const lengths = [label, ...rows.map((row) => row[i] ?? '')].map(widthOf)
  const width = Math.min(widest, Math.max(narrowest, ...lengths) + 2)
  return { width, ...(kind === 'date' ? { numFmt: 'yyyy-mm-dd' } : {}) }
}

/** Rows that people will add get the choices as well. */
const spareRows = 200

const validationsOf = ({ columns, rows }: Sheet): DataValidation[] =>
  columns.flatMap(({ choices }, i) => {
    if (!choices) return []
    const letter = colToLetter(i)
    const range = `${letter}2:${letter}${rows.length + 1 + spareRows}`
    return [{ type: 'list', values: [...choices], range, allowBlank: true }]
  })

/** Excel allows 31 characters and none of these. */
const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

const heading = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8EEF7' } },
} as const

const xlsx = (sheet: Sheet): Promise<Uint8Array> => {
  const { title, columns, rows } = sheet
  const head = columns.map(({ label }) => label)
  const cells = new Map(head.map((_label, i) => [`0,${i}`, { style: heading }] as const))
  return writeXlsx({
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map((_column, i) => columnOf(sheet, i)),
        rows: [head, ...rows.map((row) => row.map((value, i) => cellOf(value, columns[i] as Column)))],
        cells,
        dataValidations: validationsOf(sheet),
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** Excel knows UTF-8 by the mark at its beginning; a cell never begins a formula. */
const csv = ({ columns, rows }: Sheet): Uint8Array =>
  encoded(
    writeCsv([columns.map(({ label }) => label), ...rows.map((row) => [...row])], {
      bom: true,
      escapeFormulae: true,
    }),
  )

const markdownCell = (text: string): string =>
  text
    .replace(/[\\|`*_<>[\]]/g, (mark) => `\\${mark}`)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .join('<br>')

const markdown = ({ title, columns, rows }: Sheet): Uint8Array => {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`
  const lines = [
    line(columns.map(({ label }) => label)),
    `|${' --- |'.repeat(columns.length)}`,
    ...rows.map(line),
  ]
  return encoded(`# ${markdownCell(title)}\n\n${lines.join('\n')}\n`)
}

const writers: Readonly<Record<Format, (sheet: Sheet) => Uint8Array | Promise<Uint8Array>>> = {
  xlsx,
  csv,
  md: markdown,
}

export const written = async (sheet: Sheet, format: Format): Promise<Uint8Array> => writers[format](sheet)
