/** Pasted text as cells: Markdown, tab-separated as Excel and WPS copy it, CSV with quotes, in full width as well. */
import { parseCsv } from 'hucre/csv'
import { UserError } from '../../../kit/errors.js'
import { type Grid, isBlank, type Line, mostRows } from './grid.js'
import { isMarkdown, readMarkdown } from './markdown.js'

/** In this order where a line has as many of each. */
const separators = ['\t', ',', '，', ';', '；', '|', '｜'] as const

/** Words may stand above a block between fences, but no table: what it says in quotes is its own. */
const fenced = /^([^"]*?\n)?[ \t]*```([^\n]*)\n?([\s\S]*?)(?:\n[ \t]*```|```\s*$|$)/

/** What stands between ``` and ```, if anything does; a word behind the first is the name of a language. */
const unfenced = (text: string): string => {
  const [, above = '', first = '', rest] = fenced.exec(text) ?? []
  if (rest === undefined || /^\s*[|｜]/m.test(above)) return text
  return separators.some((one) => first.includes(one)) ? `${first}\n${rest}` : rest
}

const count = (line: string, separator: string): number => {
  const outside = line.replace(/"(?:[^"]|"")*"/g, '')
  return outside.split(separator).length - 1
}

/** The mark that divides the heading, the first line with any. */
const separatorOf = (lines: readonly string[]): string => {
  const heading = lines.find((line) => separators.some((one) => count(line, one) > 0)) ?? ''
  const most = Math.max(...separators.map((one) => count(heading, one)))
  return separators.find((one) => count(heading, one) === most) ?? ','
}

const tooMany = () => new UserError('table.error.rows', { max: mostRows }, { field: 'pasted' })

/** Reading far too many rows would keep everybody else waiting; a cell in quotes may have lines of its own. */
const isFarTooLong = (text: string): boolean => {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '"')
  let rows = 0
  for (const { index } of bare.matchAll(/[^\s,，;；|｜][^\n\r]*[\n\r]/g))
    if (index > 0 && ++rows > 2 * mostRows) return true
  return false
}

/** @throws UserError when there are more than `mostRows`. */
export const readText = (text: string): Grid => {
  const body = unfenced(text.replace(/^\ufeff/, ''))
  if (isFarTooLong(body)) throw tooMany()
  const lines = body.split(/\r\n|\n|\r/)
  const all = isMarkdown(lines) ? readMarkdown(lines) : readSeparated(body, separatorOf(lines))
  const written = all.filter((line) => !isBlank(line))
  if (written.length > mostRows + 1) throw tooMany()
  return { lines: written }
}

const readSeparated = (text: string, delimiter: string): Line[] =>
  parseCsv(text, { delimiter, unescapeFormulae: true }).map((cells, i) => ({
    row: i + 1,
    cells: cells.map((cell) => String(cell ?? '')),
  }))
