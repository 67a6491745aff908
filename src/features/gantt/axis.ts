/** From days to points: the range that is shown, and the days on which nobody works. */
import { type Calendar, isWorkingDay } from '../../kit/calendar.js'
import { addDays, daysBetween, type LocalDate, lengthInDays, weekday } from '../../kit/time.js'
import type { Plan } from './gantt.js'
import { right } from './look.js'

export interface Axis {
  fromOn: LocalDate
  toOn: LocalDate
  days: number
  calendar: Calendar
  /** The days on which nobody works, in one piece what follows on one another. */
  free: readonly Free[]
  left: number
  /** How wide a day is. */
  day: number
  /** Where `date` begins. */
  x(date: LocalDate): number
  /** Where `date` ends. */
  end(date: LocalDate): number
}

/** Late tasks do not stretch the chart further than this behind the last date of the plan. */
const farthest = 60

export const rangeOf = ({
  bars,
  phases,
  milestones,
  today,
}: Plan): { fromOn: LocalDate; toOn: LocalDate } => {
  const spans = [...bars, ...phases, ...milestones, ...bars.flatMap(({ planned }) => planned ?? [])]
  const starts = spans.map(({ fromOn }) => fromOn).sort()
  const ends = spans.map(({ toOn }) => toOn).sort()
  const [first = today, last = today] = [starts[0], ends.at(-1)]
  const limit = addDays(last, farthest)
  const tails = bars.flatMap(({ lateOn }) => (lateOn === null ? [] : [lateOn, limit].sort().slice(0, 1)))
  return { fromOn: first, toOn: [last, ...tails].sort().at(-1) ?? last }
}

export const axisOf = (plan: Plan, left: number): Axis => {
  const { fromOn, toOn } = rangeOf(plan)
  const days = lengthInDays(fromOn, toOn)
  const day = (right - left) / days
  const axis = {
    ...{ fromOn, toOn, days, calendar: plan.calendar, left, day },
    x: (date: LocalDate) => left + day * Math.max(0, Math.min(days, daysBetween(fromOn, date))),
    end: (date: LocalDate) => left + day * Math.max(0, Math.min(days, lengthInDays(fromOn, date))),
  }
  // Narrower days make a pattern, not a calendar.
  return { ...axis, free: day < narrowest ? [] : freeDays(axis) }
}

const narrowest = 2.5

export const daysOf = ({ fromOn, days }: Pick<Axis, 'fromOn' | 'days'>): LocalDate[] =>
  Array.from({ length: days }, (_, i) => addDays(fromOn, i))

export interface Free {
  fromOn: LocalDate
  toOn: LocalDate
  /** Not only a weekend. */
  holiday: boolean
}

const freeDays = (axis: Omit<Axis, 'free'>): Free[] => {
  const free: Free[] = []
  for (const date of daysOf(axis)) {
    if (isWorkingDay(date, axis.calendar)) continue
    const holiday = !axis.calendar.weekend.includes(weekday(date))
    const last = free.at(-1)
    if (last && addDays(last.toOn, 1) === date) {
      last.toOn = date
      last.holiday ||= holiday
    } else free.push({ fromOn: date, toOn: date, holiday })
  }
  return free
}
