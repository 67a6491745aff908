/** A Markdown table as cells: what was escaped is plain again, `<br>` is a line of its own. */
import type { Line } from './grid.js'

const rule = /^[|｜]?:?-+:?(?:[|｜]:?-+:?)*[|｜]?$/
const hasBar = (line: string): boolean => /[|｜]/.test(line)
const isRule = (line: string): boolean => hasBar(line) && rule.test(line.replace(/\s+/g, ''))

/** Whether `text` is a table in Markdown rather than another with bars in its cells. */
export const isMarkdown = (lines: readonly string[]): boolean => {
  const written = lines.filter((line) => line.trim() !== '')
  return written.some(isRule) || written.filter((line) => /^[|｜].*[|｜]$/.test(line.trim())).length > 1
}

const brokenAt = (line: string, at: number): number =>
  /^<br ?\/?>/i.exec(line.slice(at, at + 6))?.[0].length ?? 0
const isEscape = (line: string, at: number): boolean =>
  line[at] === '\\' && /[!-/:-@[-`{-~]/.test(line[at + 1] ?? '')

/** Without bold or code around the whole cell; a star alone masks a name. */
const bare = (cell: string): string => cell.replace(/^\*\*(.+)\*\*$/, '$1').replace(/^`([^`]+)`$/, '$1')

const plain = (raw: string): string => {
  const cell = bare(raw.trim())
  let text = ''
  for (let at = 0; at < cell.length; ) {
    const broken = brokenAt(cell, at)
    if (isEscape(cell, at)) at++
    text += broken > 0 ? '\n' : cell[at]
    at += broken || 1
  }
  return text
}

/** Cells as they were written, with the marks that escape something. */
const rawCells = (line: string): string[] => {
  const bar = line.includes('|') ? '|' : '｜'
  const cells: string[] = []
  let from = 0
  for (let at = 0; at < line.length; at++) {
    if (isEscape(line, at)) at++
    else if (line[at] === bar) {
      cells.push(line.slice(from, at))
      from = at + 1
    }
  }
  return [...cells, line.slice(from)]
}

/** What stands before the first bar and behind the last is no cell when it is blank. */
const cellsOf = (line: string): string[] => {
  const raw = rawCells(line)
  const outside = (cell: string | undefined): boolean => cell?.trim() === ''
  return raw.slice(outside(raw[0]) ? 1 : 0, outside(raw.at(-1)) ? -1 : undefined).map(plain)
}

/** Only the first rule divides the heading from the rows; a later one is a row of dashes. */
export const readMarkdown = (lines: readonly string[]): Line[] => {
  const divider = lines.findIndex(isRule)
  return lines.flatMap((line, i) =>
    hasBar(line) && i !== divider ? [{ row: i + 1, cells: cellsOf(line) }] : [],
  )
}
