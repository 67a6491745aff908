/** Days in a row that have one name and one kind, so that a week of holidays is one line. */
import { type Calendar, daysIn, holidayOn, type OwnDay } from '../../kit/calendar.js'
import { addDays, type LocalDate } from '../../kit/time.js'

export interface Run extends OwnDay {
  from: LocalDate
  to: LocalDate
  /** Decided by the company; else by the State Council, and the name is that of the holiday. */
  own: boolean
}

const named = (calendar: Calendar, date: LocalDate): Omit<Run, 'from' | 'to'> | null => {
  const own = calendar.own.get(date)
  if (own) return { ...own, own: true }
  const holiday = holidayOn(date, calendar)
  return holiday && { ...holiday, own: false }
}

/** The days between two dates that somebody has named, in their order. */
export const runsIn = (calendar: Calendar, from: LocalDate, to: LocalDate): Run[] => {
  const runs: Run[] = []
  for (const date of daysIn(from, to)) {
    const day = named(calendar, date)
    const last = runs.at(-1)
    const goesOn =
      last && day && addDays(last.to, 1) === date && last.name === day.name && last.kind === day.kind
    if (goesOn && last.own === day.own) last.to = date
    else if (day) runs.push({ ...day, from: date, to: date })
  }
  return runs
}
