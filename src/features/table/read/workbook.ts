/** A workbook as Excel, WPS and LibreOffice save it, sheet by sheet as texts; looked at before anything is unpacked. */
import type { CellValue, MergeRange } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { UserError } from '../../../kit/errors.js'
import { type Grid, isBlank, type Line, mostRows } from './grid.js'
import { shownNumber } from './shown.js'
import { entriesOf, stored, unpack } from './zip.js'

/** Bytes of a file that is looked at. */
export const mostBytes = 5_000_000

const refuse = (why: 'tooBig' | 'notXlsx' | 'password' | 'legacy' | 'macros' | 'broken' | 'rows') =>
  new UserError(
    `table.error.${why}`,
    { max: why === 'rows' ? mostRows : mostBytes / 1_000_000 },
    { field: 'pasted' },
  )

/** Excel's older files and encrypted new ones begin alike. */
export const isOle = (data: Buffer): boolean => data.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'
export const isZip = (data: Buffer): boolean => data.subarray(0, 4).toString('hex') === '504b0304'

const isEncrypted = (data: Buffer): boolean => data.includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** Pictures, charts and whatever else a table does without. */
const needless =
  /\/(?:drawings|media|charts|pivot\w*|theme|externalLinks|embeddings|ctrlProps|worksheets\/_rels)\//i

/** Rows that say something, counted without reading them. */
const rowsIn = (sheet: string): number => {
  let rows = 0
  for (let at = sheet.indexOf('<row'); at >= 0; ) {
    const next = sheet.indexOf('<row', at + 4)
    const value = sheet.indexOf('<v>', at)
    if (value < 0) return rows
    if (next < 0 || value < next) rows++
    at = next
  }
  return rows
}

/** Reading far too many rows would keep everybody else waiting. Hidden sheets may have them: they are not read. */
const mustBeReadable = (files: readonly { name: string; bytes: Buffer }[]): void => {
  const hides = files.some(
    ({ name, bytes }) => /workbook\.xml$/.test(name) && /hidden"/i.test(bytes.toString()),
  )
  const sheets = hides ? [] : files.filter(({ name }) => /worksheets\/[^/]+\.xml$/.test(name))
  if (sheets.some(({ bytes }) => rowsIn(bytes.toString('latin1')) > 2 * mostRows)) throw refuse('rows')
}

/** Only the parts that hold the table, in an archive of ours. @throws UserError */
const partsOf = async (data: Buffer): Promise<Uint8Array> => {
  const entries = entriesOf(data)
  if (entries.some(({ encrypted }) => encrypted)) throw refuse('password')
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw refuse('macros')
  const types = entries.find(({ name }) => name === '[Content_Types].xml')
  if (!types) throw refuse('notXlsx')
  const said = (await unpack(data, types)).toString('utf8')
  if (/macroEnabled|vbaProject/i.test(said)) throw refuse('macros')
  if (!/spreadsheetml/i.test(said)) throw refuse('notXlsx')
  const parts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name) && !needless.test(`/${name}`))
  const files = []
  for (const entry of parts) files.push({ name: entry.name, bytes: await unpack(data, entry) })
  mustBeReadable(files)
  return stored(files)
}

/** Excel takes 1:4 for a time of day; it stands on the last day before its calendar begins. */
const firstYear = 1900

const dayOf = (value: Date): string => {
  if (Number.isNaN(value.getTime())) return ''
  if (value.getUTCFullYear() >= firstYear) return value.toISOString().slice(0, 10)
  const minutes = Math.round(value.getTime() / 60_000)
  const at = new Date(minutes * 60_000)
  return `${at.getUTCHours()}:${at.getUTCMinutes()}`
}

/** As it is shown. */
const textOf = (value: CellValue | undefined, format: string | undefined): string => {
  if (value instanceof Date) return dayOf(value)
  if (typeof value === 'number') return shownNumber(value, format)
  return value === null || value === undefined ? '' : String(value)
}

/** A merged cell says the same in each of its rows. @returns how many cells were filled. */
const fillMerged = (rows: string[][], merges: readonly MergeRange[]): number => {
  let filled = 0
  for (const { startRow, endRow, startCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? ''
    for (let row = startRow + 1; value !== '' && row <= Math.min(endRow, rows.length - 1); row++) {
      const cells = rows[row] ?? []
      cells[startCol] = value
      filled++
    }
  }
  return filled
}

/**
 * The visible sheets of an .xlsx.
 * @throws UserError for a file that is too big, broken, protected, of another kind, with macros or with too many rows.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Grid[]> => {
  if (bytes.length > mostBytes) throw refuse('tooBig')
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (isOle(data)) throw refuse(isEncrypted(data) ? 'password' : 'legacy')
  if (!isZip(data)) throw refuse('notXlsx')
  const parts = await partsOf(data)
  // No table has more columns; rows beyond are too many anyway.
  const options = {
    range: 'A1:CV200000',
    readStyles: true,
    sheets: (info: { hidden?: boolean; veryHidden?: boolean }) => !info.hidden && !info.veryHidden,
  }
  const { sheets, dateSystem } = await readXlsx(parts, options).catch(() => {
    throw refuse('broken')
  })
  return sheets.map(({ name, rows, merges = [], cells: styled }) => {
    const formatAt = (row: number, column: number) => styled?.get(`${row},${column}`)?.style?.numFmt
    const cells = rows.map((row, i) => Array.from(row, (value, j) => textOf(value, formatAt(i, j))))
    const merged = fillMerged(cells, merges)
    const lines = cells.map((one, i): Line => ({ row: i + 1, cells: one })).filter((line) => !isBlank(line))
    if (lines.length > mostRows + 1) throw refuse('rows')
    return { name, lines, merged, epoch: dateSystem === '1904' ? '1904' : '1900' }
  })
}
