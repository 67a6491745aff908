/** The Gantt chart: what it shows of a campaign, before anything is laid out. */
import type { Calendar } from '../../kit/calendar.js'
import type { LocalDate } from '../../kit/time.js'

/** How a task stands: its status; `late` where it is open after its due date, `risk` where it waits for one that is. */
export const states = ['done', 'doing', 'review', 'risk', 'todo', 'late'] as const
export type State = (typeof states)[number]

export interface Bar {
  id: number
  /** `M-003` */
  ref: string
  name: string
  owner: string
  state: State
  /** Its status in words. */
  status: string
  fromOn: LocalDate
  toOn: LocalDate
  /** Where it ended or will not have ended before, when that is after `toOn`. */
  lateOn: LocalDate | null
  /** What was planned at first, where the dates have moved since. */
  planned: { fromOn: LocalDate; toOn: LocalDate } | null
  /** A word beside the bar. */
  note: string
  critical: boolean
}

/** `to` starts when `from` is finished, or should. */
export interface Link {
  from: number
  to: number
}

export interface Phase {
  label: string
  fromOn: LocalDate
  toOn: LocalDate
}

export interface Plan {
  title: string
  bars: readonly Bar[]
  links: readonly Link[]
  phases: readonly Phase[]
  /** How many days the critical path takes; null where nothing depends on anything. */
  criticalDays: number | null
  /** Done of all in whole percent. */
  percent: number
  calendar: Calendar
  today: LocalDate
  /** `2024-06-12 17:00` */
  asOf: string
}

/** A part of a plan that fits on one picture; `number` counts from 1. */
export interface Page {
  plan: Plan
  bars: readonly Bar[]
  number: number
  of: number
}

/** More rows than these cannot be read on a phone. */
export const mostRows = 40

/** In the order of the calendar, as water falls. */
export const inOrder = (bars: readonly Bar[]): Bar[] =>
  [...bars].sort(
    (a, b) => a.fromOn.localeCompare(b.fromOn) || a.toOn.localeCompare(b.toOn) || a.ref.localeCompare(b.ref),
  )

export const pageCount = (bars: number): number => Math.ceil(bars / mostRows)

/** As few pages as possible, of nearly the same length. */
export const pagesOf = (plan: Plan): Page[] => {
  const of = pageCount(plan.bars.length)
  const bars = inOrder(plan.bars)
  const start = (page: number) => Math.round((page * bars.length) / of)
  return Array.from({ length: of }, (_, i) => ({
    plan,
    bars: bars.slice(start(i), start(i + 1)),
    number: i + 1,
    of,
  }))
}
