/** The Gantt chart: what it shows of a campaign, before anything is laid out. */
import type { Calendar } from '../../kit/calendar.js'
import type { LocalDate } from '../../kit/time.js'
import { arranged, type Group, type Line, paged } from './groups.js'

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
  /** The key of its strategy or module. */
  group: string | null
  /** Its days stay where they are when the launch moves. */
  fixed: boolean
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

/** A day, or the last of several, by which something is settled. */
export interface Milestone {
  label: string
  fromOn: LocalDate
  toOn: LocalDate
  state: 'done' | 'late' | 'open' | 'launch'
}

export interface Plan {
  title: string
  bars: readonly Bar[]
  links: readonly Link[]
  phases: readonly Phase[]
  /** Strategies, each before its modules. */
  groups: readonly Group[]
  /** In the order of the calendar. */
  milestones: readonly Milestone[]
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
  lines: readonly Line<Bar>[]
  /** Those among the lines. */
  bars: readonly Bar[]
  number: number
  of: number
}

export const pagesOf = (plan: Plan): Page[] =>
  paged(arranged(plan.bars, plan.groups)).map((lines, i, all) => ({
    ...{ plan, lines, number: i + 1, of: all.length },
    bars: lines.flatMap((line) => ('bar' in line ? [line.bar] : [])),
  }))
