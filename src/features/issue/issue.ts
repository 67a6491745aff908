/** Issues: what went wrong, who solves it until when (R40), and the way from open to closed (003-T4). */
import { formatId } from '../../kit/ids.js'
import { addDays, instant, type LocalDate, localDate } from '../../kit/time.js'
import type { Issue } from './issue.repo.js'

/** Printed are 处理中 `handling` and 已处理 `handled` (003-T4); `closed` is confirmed by whoever reported it. */
export const statuses = ['open', 'handling', 'handled', 'closed'] as const
export type Status = (typeof statuses)[number]

const moves: Readonly<Record<Status, readonly Status[]>> = {
  open: ['handling', 'handled'],
  handling: ['handled'],
  handled: ['closed', 'open', 'handling'],
  closed: ['open'],
}

export const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text)
export const mayMove = (from: string, to: Status): boolean => isStatus(from) && moves[from].includes(to)

/** Still to be solved; what is handled only waits to be confirmed. */
export const isOpen = ({ status }: Pick<Issue, 'status'>): boolean =>
  status === 'open' || status === 'handling'

const minute = 60_000
/** R40: each problem is closed within 24 hours, nights and days off included. */
const closeMs = 24 * 60 * minute

/** The deadline of an issue opened (or opened again) at `openedAt`. */
export const dueFrom = (openedAt: Date): Date => new Date(openedAt.getTime() + closeMs)

type Dated = Pick<Issue, 'openedAt' | 'happenedOn' | 'dueAt' | 'expectedOn'>

/** The day of 003-T4: when it happened, else when it was reported. */
export const happenedOf = ({ happenedOn, openedAt }: Dated, zone: string): LocalDate =>
  happenedOn ?? localDate(openedAt, zone)

/** The day by which it is to be solved: as somebody expects it, else the day of its deadline. */
export const expectedOf = ({ expectedOn, dueAt }: Dated, zone: string): LocalDate =>
  expectedOn ?? localDate(dueAt, zone)

/** Expected later than within 24 hours; where there is no time of day, the next day is in time (F82, O8). */
export const isException = (issue: Dated, zone: string): boolean =>
  issue.expectedOn !== null && issue.expectedOn > addDays(happenedOf(issue, zone), 1)

/**
 * The deadline of what happened on a day: the end of the day by which it is expected, else 24 hours. What happened
 * earlier has no time of day; its 24 hours end with the next day.
 */
export const deadlineFor = (
  { happenedOn, expectedOn }: { happenedOn: LocalDate; expectedOn: LocalDate | null },
  { zone, at }: { zone: string; at: Date },
): Date => {
  if (expectedOn === null && happenedOn >= localDate(at, zone)) return dueFrom(at)
  return instant(expectedOn ?? addDays(happenedOn, 1), '23:59', zone)
}

/** Past its deadline and not handled; the minute of the deadline itself is in time (F81). */
export const isOverdue = (issue: Pick<Issue, 'status' | 'dueAt'>, at: Date): boolean =>
  isOpen(issue) && at > issue.dueAt

export interface Remaining {
  /** The deadline has passed: `count` says by how much. */
  over: boolean
  count: number
  unit: 'days' | 'hours' | 'minutes'
}

/** So many hours nobody counts any more. */
const manyHours = 72

/** Whole hours to the deadline or since, days from the third on; minutes below one hour, never none. */
export const remaining = (dueAt: Date, at: Date): Remaining => {
  const ms = dueAt.getTime() - at.getTime()
  const over = ms < 0
  const minutes = Math.max(1, over ? Math.floor(-ms / minute) : Math.ceil(ms / minute))
  if (minutes < 60) return { over, count: minutes, unit: 'minutes' }
  const hours = Math.floor(minutes / 60)
  return hours < manyHours
    ? { over, count: hours, unit: 'hours' }
    : { over, count: Math.floor(hours / 24), unit: 'days' }
}

/** What is stored with `to`; opened again, the clock starts anew (F84). */
export const stateFor = (from: string, to: Status, by: string, at: Date) => {
  if (to === 'handled') return { status: to, handledAt: at }
  if (to === 'closed') return { status: to, closedAt: at, closedById: by }
  const again = from === 'handled' || from === 'closed'
  return {
    status: to,
    ...(again && reopened(at)),
  }
}

/** What was expected before has not come true. */
const reopened = (at: Date) => ({
  ...{ handledAt: null, closedAt: null, closedById: null },
  ...{ dueAt: dueFrom(at), expectedOn: null },
})

/** `I-5` */
export const issueRef = (id: number): string => formatId('I', id)

/** What is redrawn when `issue` changes; the general owner may be the one who confirms it. */
export const subjectsOf = (
  issue: Pick<Issue, 'id' | 'campaignId' | 'ownerId' | 'reportedById'>,
  campaign: { ownerId: string },
): string[] => {
  const people = new Set([issue.ownerId, issue.reportedById, campaign.ownerId])
  return [
    `issue:${issue.id}`,
    `campaign:${issue.campaignId}`,
    ...[...people].map((person) => `issues-of:${person}`),
  ]
}
