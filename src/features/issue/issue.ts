/** Issues: what went wrong, who solves it until when (R40), and the way from open to closed (003-T4). */
import { formatId } from '../../kit/ids.js'
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

/** Past its deadline and not handled; the minute of the deadline itself is in time (F81). */
export const isOverdue = (issue: Pick<Issue, 'status' | 'dueAt'>, at: Date): boolean =>
  isOpen(issue) && at > issue.dueAt

export interface Remaining {
  /** The deadline has passed: `count` says by how much. */
  over: boolean
  count: number
  unit: 'hours' | 'minutes'
}

/** Whole hours to the deadline or since; minutes below one hour, never none. */
export const remaining = (dueAt: Date, at: Date): Remaining => {
  const ms = dueAt.getTime() - at.getTime()
  const over = ms < 0
  const minutes = Math.max(1, over ? Math.floor(-ms / minute) : Math.ceil(ms / minute))
  return minutes < 60
    ? { over, count: minutes, unit: 'minutes' }
    : { over, count: Math.floor(minutes / 60), unit: 'hours' }
}

/** What is stored with `to`; opened again, the clock starts anew (F84). */
export const stateFor = (from: string, to: Status, by: string, at: Date) => {
  if (to === 'handled') return { status: to, handledAt: at }
  if (to === 'closed') return { status: to, closedAt: at, closedById: by }
  const again = from === 'handled' || from === 'closed'
  return {
    status: to,
    ...(again && { handledAt: null, closedAt: null, closedById: null, dueAt: dueFrom(at) }),
  }
}

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
