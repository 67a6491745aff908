/** Working days of mainland China: State Council holidays and make-up days, the years they are known for. */
import { createRequire } from 'node:module'
import { addDays, type LocalDate, weekday } from './time.js'

/** `unknown-…`: the State Council's table of that year is missing, Monday to Friday is only assumed. */
export type DayKind = 'working' | 'off' | 'unknown-working' | 'unknown-off'

/** The name of the holiday by its date. */
type Table = Readonly<Record<LocalDate, string>>

// The tables only: the functions of chinese-days 1.5 answer silently for unknown years, and on a machine west of
// Greenwich they are a day off (also when given a Date, because the zone is mixed in when the module loads).
const require = createRequire(import.meta.url)
const tables: { holidays: Table; workdays: Table } = require('chinese-days/dist/chinese-days.json')

/** Whether the holidays of `year` are known; they are published late in the year before. */
export const knowsYear = (year: number): boolean => `${year}-10-01` in tables.holidays

/** The last year whose holidays are known. */
export const lastKnownYear = (): number =>
  Object.keys(tables.holidays)
    .map((date) => Number(date.slice(0, 4)))
    .filter(knowsYear)
    .reduce((last, year) => Math.max(last, year))

const worksBy = (date: LocalDate): boolean =>
  date in tables.workdays || (weekday(date) <= 5 && !(date in tables.holidays))

export const dayKind = (date: LocalDate): DayKind => {
  if (knowsYear(Number(date.slice(0, 4)))) return worksBy(date) ? 'working' : 'off'
  return weekday(date) <= 5 ? 'unknown-working' : 'unknown-off'
}

/** Whether people work on `date`; in a year that is not known, Monday to Friday. */
export const isWorkingDay = (date: LocalDate): boolean => dayKind(date).endsWith('working')

/**
 * The `n`th working day after `date` (E+3 of R67), before it when `n` is negative. `date` itself never
 * counts; with `n` = 0 it is the answer, working or not.
 */
export const addWorkingDays = (date: LocalDate, n: number): LocalDate => {
  const step = Math.sign(n)
  let [day, left] = [date, Math.abs(n)]
  while (left > 0) {
    day = addDays(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
