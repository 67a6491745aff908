/** Reads days as they are pasted or written in a file, one or a range a line: `2026-10-09 off 公司休息`, or CSV. */

import { oneLine } from '../../kit/args.js'
import type { OwnDay } from '../../kit/calendar.js'
import { parseDate, parseRange } from '../../kit/dates.js'
import { isLocalDate, type LocalDate, lengthInDays } from '../../kit/time.js'
import { kinds, longestName, longestRange } from './calendar.js'

export interface Entry extends OwnDay {
  from: LocalDate
  to: LocalDate
  /** Where it stands, from 1. */
  line: number
}

/** Why a line is none. */
export type Flaw = 'shape' | 'date' | 'kind' | 'name' | 'long' | 'twice'

export interface Fault {
  line: number
  flaw: Flaw
  /** What stands there, or the date that stands twice. */
  given: string
}

/** How `off`, `working` and the heading of the dates may be written, in any language: files are shared. */
export type ListWords = Readonly<Record<OwnDay['kind'] | 'heading', readonly string[]>>

const kindCalled = (text: string, words: ListWords): OwnDay['kind'] | null =>
  kinds.find((kind) => kind === text.toLowerCase() || words[kind].includes(text.toLowerCase())) ?? null

// A year left out would mean another day each time the same file is read.
const dated = /^\d{4}/

/** The day or the range `text` names, with its year. */
export const spanCalled = (text: string, today: LocalDate): { from: LocalDate; to: LocalDate } | null => {
  const day = parseDate(text, today)
  return day ? { from: day, to: day } : parseRange(text, today)
}

/** `2026-10-01 ~ 2026-10-03` is written with blanks, too. */
const tight = (line: string): string => line.replace(/^(\d\S*)\s+(?:[~～〜–—-]|至|到|to)\s+(\d)/, '$1~$2')

// Not inside quotes.
const separator = /[,，\t;；](?=(?:[^"]*"[^"]*")*[^"]*$)/

/** Longer lines hold no day. */
const longestLine = 400

/** Date, kind and name; a comma, tab or semicolon separates, else blanks do. */
const partsOf = (line: string): string[] => {
  const parts = line.split(separator.test(line) ? separator : /\s+/)
  const bare = parts.map((part) =>
    part
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  )
  return [bare[0] ?? '', bare[1] ?? '', oneLine(bare.slice(2).join(' ').trim())]
}

const read = (text: string, line: number, words: ListWords): Entry | Fault => {
  const fault = (flaw: Flaw, given = text): Fault => ({ line, flaw, given })
  if (text.length > longestLine) return fault('shape')
  const [date = '', kindWord = '', name = ''] = partsOf(tight(text))
  if (kindWord === '') return fault('shape')
  const span = dated.test(date) ? spanCalled(date, '2000-01-01') : null
  if (!span || !isLocalDate(span.from)) return fault('date', date)
  if (lengthInDays(span.from, span.to) > longestRange) return fault('long', date)
  const kind = kindCalled(kindWord, words)
  if (!kind) return fault('kind', kindWord)
  return name === '' || name.length > longestName ? fault('name', name) : { ...span, kind, name, line }
}

/** A first line may name the columns. */
const isHeading = (line: string, at: number, { heading }: ListWords): boolean =>
  at === 0 && heading.includes((partsOf(line)[0] ?? '').toLowerCase())

const isFault = (read: Entry | Fault): read is Fault => 'flaw' in read

/** Days that an earlier line has named already. */
const repeated = (entries: readonly Entry[]): Fault[] =>
  entries.flatMap(({ from, to, line }, i) => {
    const clash = entries.slice(0, i).some((other) => other.from <= to && from <= other.to)
    return clash ? [{ line, flaw: 'twice' as const, given: from }] : []
  })

/** All days of `text`, or all that is wrong with it. Empty lines and those that begin with # say nothing. */
export const readLines = (text: string, words: ListWords): { entries: Entry[]; faults: Fault[] } => {
  const all = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n\u2028]/)
    .flatMap((line, at) => {
      const bare = line.trim()
      return bare === '' || bare.startsWith('#') || isHeading(bare, at, words)
        ? []
        : [read(bare, at + 1, words)]
    })
  const entries = all.filter((one): one is Entry => !isFault(one))
  return { entries, faults: [...all.filter(isFault), ...repeated(entries)].sort((a, b) => a.line - b.line) }
}
