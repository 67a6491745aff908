/** Working days: the mainland's by the State Council's tables, elsewhere by the weekend; a company's own days win. */
import { createRequire } from 'node:module'
import { addDays, type LocalDate, weekday } from './time.js'

/** `unknown-…`: the State Council's table of that year is missing, the usual week is only assumed. */
export type DayKind = 'working' | 'off' | 'unknown-working' | 'unknown-off'

/** A day that somebody decided themselves, with the reason. */
export interface OwnDay {
  kind: 'working' | 'off'
  name: string
}

/** On which days people are asked and reminded. */
export const rhythms = ['every', 'working'] as const
export type Rhythm = (typeof rhythms)[number]

/** How an organisation works. */
export interface Calendar {
  /** ISO 3166 code; the State Council's holidays and make-up days hold in CN. */
  region: string
  /** Days of rest of a usual week: 1 = Monday … 7 = Sunday; never all of them. */
  weekend: readonly number[]
  /** They win over holidays and weekends. */
  own: ReadonlyMap<LocalDate, OwnDay>
  /** In warm-up, burst and tail (O50). */
  publicDays: Rhythm
  /** In preparation and afterwards (O50). */
  otherDays: Rhythm
}

export const mainland: Calendar = {
  region: 'CN',
  weekend: [6, 7],
  own: new Map(),
  publicDays: 'every',
  otherDays: 'working',
}

/** English name, Chinese name and length of the holiday by its date. */
type Table = Readonly<Record<LocalDate, string>>

// The tables only: the functions of chinese-days 1.5 answer silently for unknown years, and on a machine west of
// Greenwich they are a day off (also when given a Date, because the zone is mixed in when the module loads).
const require = createRequire(import.meta.url)
const tables: { holidays: Table; workdays: Table } = require('chinese-days/dist/chinese-days.json')

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

/** Whether the State Council's holidays of `year` are known; they are published late in the year before. */
export const knowsYear = (year: number): boolean => `${year}-10-01` in tables.holidays

const knownYears = Object.keys(tables.holidays).map(yearOf).filter(knowsYear)

/** The last year whose holidays are known. */
export const lastKnownYear = (): number => Math.max(...knownYears)
/** The first year whose holidays are known. */
export const firstKnownYear = (): number => Math.min(...knownYears)

/** They stand in the notice of every year: who has entered them has entered the year. */
const everyYear = ['01-01', '05-01', '10-01']

/** Whether the working days of `year` are certain: the table has it, it was entered by hand, or no table is needed. */
export const knowsYearIn = ({ region, own }: Calendar, year: number): boolean =>
  region !== 'CN' || knowsYear(year) || everyYear.every((day) => own.get(`${year}-${day}`)?.kind === 'off')

/** The holiday of the State Council that makes `date` a day off, or for which it is worked. */
export interface Holiday {
  kind: OwnDay['kind']
  /** English, in small letters with hyphens: `national-day`. */
  name: string
}

/** What the State Council says about `date`, where its tables hold; null on a usual day. */
export const holidayOn = (date: LocalDate, { region } = mainland): Holiday | null => {
  const madeUp = tables.workdays[date]
  const entry = madeUp ?? tables.holidays[date]
  if (region !== 'CN' || entry === undefined) return null
  const [name = ''] = entry.toLowerCase().split(',')
  return {
    kind: madeUp === undefined ? 'off' : 'working',
    name: name.replaceAll("'", '').replace(/\W+/g, '-'),
  }
}

/** What `date` is in `calendar`: by its own days, else the holidays, else the weekend. */
export const dayKind = (date: LocalDate, calendar: Calendar = mainland): DayKind => {
  const decided = calendar.own.get(date) ?? holidayOn(date, calendar)
  if (decided) return decided.kind
  const kind = calendar.weekend.includes(weekday(date)) ? 'off' : 'working'
  return knowsYearIn(calendar, yearOf(date)) ? kind : `unknown-${kind}`
}

/** Whether people work on `date`; in a year that is not known, on the days of the usual week. */
export const isWorkingDay = (date: LocalDate, calendar: Calendar = mainland): boolean =>
  dayKind(date, calendar).endsWith('working')

/**
 * The `n`th working day after `date` (E+3 of R67), before it when `n` is negative. `date` itself never
 * counts; with `n` = 0 it is the answer, working or not.
 */
export const addWorkingDays = (date: LocalDate, n: number, calendar: Calendar = mainland): LocalDate => {
  const step = Math.sign(n)
  let [day, left] = [date, Math.abs(n)]
  while (left > 0) {
    day = addDays(day, step)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** The days from `from` to `to`, both included; none when `to` is earlier. */
export const daysIn = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** How many days from `from` to `to` are worked, both included (O47). */
export const countWorkingDays = (from: LocalDate, to: LocalDate, calendar: Calendar = mainland): number =>
  daysIn(from, to).filter((day) => isWorkingDay(day, calendar)).length
