/** The first and last day of a task from what people type: two dates, or one range. */
import { parseDate, parseRange } from '../../kit/dates.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'

export interface TaskDates {
  startOn: LocalDate
  dueOn: LocalDate
}

/** @throws UserError when `text` is no date; `field` names the argument. */
export const dateFrom = (text: string, today: LocalDate, field: string): LocalDate => {
  const date = parseDate(text, today)
  if (date === null) throw new UserError('task.error.date', { given: cut(text, 60) }, { field })
  return date
}

/**
 * Reads `start` and `due`, or both from a range in `start` (003-T2: 2024-05-01–05-10).
 * @throws UserError when a date cannot be read or is missing, or the end comes first.
 */
export const datesFrom = (start: string, due: string | undefined, today: LocalDate): TaskDates => {
  const range = parseDate(start, today) === null ? parseRange(start, today) : null
  if (range && due !== undefined)
    throw new UserError('task.error.twoEnds', { due: cut(due, 60) }, { field: 'due' })
  if (range) return { startOn: range.from, dueOn: range.to }
  const startOn = dateFrom(start, today, 'start')
  if (due === undefined) throw new UserError('task.error.dueMissing', {}, { field: 'due', missing: true })
  return inOrder({ startOn, dueOn: dateFrom(due, today, 'due') }, 'due')
}

/** @throws UserError when the task would be due before it starts; `field` is the argument that was given last. */
export const inOrder = (dates: TaskDates, field: string): TaskDates => {
  if (dates.dueOn < dates.startOn) {
    throw new UserError('task.error.dueFirst', { start: dates.startOn, due: dates.dueOn }, { field })
  }
  return dates
}

/** The last of `date` and `others`. */
export const latest = (date: LocalDate, others: Iterable<LocalDate>): LocalDate => {
  let last = date
  for (const one of others) if (one > last) last = one
  return last
}

/** The first of `date` and `others`. */
export const earliest = (date: LocalDate, others: Iterable<LocalDate>): LocalDate => {
  let first = date
  for (const one of others) if (one < first) first = one
  return first
}

const msPerDay = 86_400_000

/** Days since 1970 of a date that is one: networks of thousands of tasks count in numbers. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / msPerDay

const lastDay = dayNumber('9999-12-31')

/** The date of a day number; after the last day that can be written there is none. */
export const dateOf = (day: number): LocalDate =>
  new Date(Math.min(day, lastDay) * msPerDay).toISOString().slice(0, 10)

/** The same task begun on another day. */
export const movedTo = (task: TaskDates, startOn: LocalDate): TaskDates => ({
  startOn,
  dueOn: dateOf(dayNumber(task.dueOn) + dayNumber(startOn) - dayNumber(task.startOn)),
})
