/** The calendar of an organisation: where it works, which days of the week it rests, what it decided itself. */

import type { Calendar } from '../../kit/calendar.js'
import { folded } from '../../kit/fold.js'
import { addDays, type LocalDate, weekday } from '../../kit/time.js'

export const kinds = ['off', 'working'] as const

/** More days than this in one calendar are a mistake: twenty years of fifty. */
export const mostDays = 1000
/** A range longer than this is a slip of the year. */
export const longestRange = 92
/** A name that still fits beside its date. */
export const longestName = 100

/** How many weeks are shown when no month is named. */
export const weeksAhead = 5

const fridayAndSaturday = 'BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE'.split(' ')

/** Other weekends than Saturday and Sunday (Unicode CLDR, week data). */
const weekends: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(fridayAndSaturday.map((region) => [region, [5, 6]])),
  ...{ AF: [4, 5], IN: [7], IR: [5], UG: [7] },
}

export const weekendOf = (region: string): readonly number[] => weekends[region] ?? [6, 7]

const nameIn = (language: string, style: 'long' | 'short') => {
  const names = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
  return (code: string): string | undefined => names.of(code)
}

/** A region's name in `language`: `中国香港特别行政区`. */
export const regionName = (region: string, language: string): string =>
  nameIn(language, 'short')(region) ?? region

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The code of a region by its code or name in any of `languages`: `HK`, `香港`, `Hong Kong`; null for none. */
export const regionCalled = (text: string, languages: readonly string[]): string | null => {
  const wanted = folded(text)
  const names = languages.flatMap((language) => [nameIn(language, 'short'), nameIn(language, 'long')])
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const is = (code: string) =>
    names.some((name) => [code, name(code)].some((one) => one?.toLowerCase() === wanted) && name(code))
  return codes.find(is) ?? null
}

/** The Monday on or before `date`. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekday(date))

/** The Sunday on or after `date`. */
export const sundayOf = (date: LocalDate): LocalDate => addDays(date, 7 - weekday(date))

const ordinal = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** The month `n` after `month` (`YYYY-MM`). */
export const addMonths = (month: string, n: number): string => {
  const at = ordinal(month) + n
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** First and last day of `month` (`YYYY-MM`). */
export const daysOfMonth = (month: string): { from: LocalDate; to: LocalDate } => ({
  from: `${month}-01`,
  to: addDays(`${addMonths(month, 1)}-01`, -1),
})

/** `2026-10`, `2026年10月`, `10月`, `10`: without a year the one nearest to `today`; null for anything else. */
export const monthCalled = (text: string, today: LocalDate): string | null => {
  const typed = /^(?:(20\d\d) ?[-/.年]? ?)?(\d{1,2}) ?月?$/.exec(text.normalize('NFKC').trim())
  const month = Number(typed?.[2])
  if (!typed || month < 1 || month > 12) return null
  if (typed[1]) return `${typed[1]}-${String(month).padStart(2, '0')}`
  // Half a year back or ahead at most.
  return addMonths(today.slice(0, 7), ((month - Number(today.slice(5, 7)) + 17) % 12) - 5)
}

/** The days of the week people name: `周五 周六`, `Fri, Sat`, `5,6`; null when one is none or all are named. */
export const weekendCalled = (text: string, words: readonly (readonly string[])[]): number[] | null => {
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、;+/&]+/)
    .filter((part) => part !== '')
  const days = parts.map(
    (part) => words.findIndex((names, i) => part === String(i + 1) || names.includes(part)) + 1,
  )
  const known = [...new Set(days)].sort((one, other) => one - other)
  return known.length === 0 || known[0] === 0 || known.length === 7 ? null : known
}

/** The own days between two dates, in their order. */
export const ownIn = ({ own }: Calendar, from: LocalDate, to: LocalDate): LocalDate[] =>
  [...own.keys()].filter((date) => from <= date && date <= to).sort()
