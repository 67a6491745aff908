/** One line of a progress and issue table (003-T4) as an issue, and what it changes of one that stands. */
import type { LocalDate } from '../../kit/time.js'
import { Decimal } from '../../kit/value.js'
import { deadlineFor, expectedOf, isOpen, stateFor } from './issue.js'
import type { Issue, IssueChange } from './issue.repo.js'

/** What is left out stays as it is; null empties it. A new issue needs an owner. */
export interface IssueRow {
  /** The anomaly. */
  title: string
  happenedOn: LocalDate
  progress?: string | null
  /** Percent, in the exact digits. */
  rate?: string | null
  impact?: string | null
  measure?: string | null
  ownerId?: string
  expectedOn?: LocalDate
  /** 已处理; false: 处理中 */
  solved?: boolean
}

/** Where and when somebody says so. */
export interface Saying {
  zone: string
  at: Date
  by: string
}

/** The two words of 003-T4 know neither who confirmed a solution nor whether work has begun. */
const movement = (issue: Issue, { solved }: IssueRow, { by, at }: Saying): IssueChange => {
  if (solved === undefined || solved !== isOpen(issue)) return {}
  if (solved) return stateFor(issue.status, 'handled', by, at)
  return stateFor(issue.status, issue.status === 'closed' ? 'open' : 'handling', by, at)
}

/** Only what the row says otherwise than the issue; one that is opened again keeps the day by which it is expected. */
export const changeIn = (issue: Issue, row: IssueRow, saying: Saying): IssueChange => {
  const { progress, rate, impact, measure, ownerId, expectedOn, happenedOn } = row
  const moved = movement(issue, row, saying)
  const isAnother = expectedOn !== undefined && expectedOn !== expectedOf(issue, saying.zone)
  const again = moved.dueAt !== undefined && expectedOn !== undefined
  const wish = {
    ...{ progress, impact, measure, ownerId },
    rate: rate ? new Decimal(rate) : rate,
  }
  const texts = Object.entries(wish).filter(
    ([name, value]) =>
      value !== undefined && String(value ?? '') !== String(issue[name as keyof Issue] ?? ''),
  )
  return {
    ...Object.fromEntries(texts),
    ...moved,
    ...((isAnother || again) && { expectedOn, dueAt: deadlineFor({ happenedOn, expectedOn }, saying) }),
  }
}

const columns: Readonly<Record<string, string>> = {
  ...{ ownerId: 'owner', expectedOn: 'expected', dueAt: 'expected', status: 'state' },
  ...{ handledAt: 'state', closedAt: 'state', closedById: 'state' },
}

/** The columns of 003-T4 in which `row` says something else, whoever says so when. */
export const columnsIn = (issue: Issue, row: IssueRow, zone: string): string[] => {
  const change = changeIn(issue, row, { zone, at: issue.openedAt, by: issue.reportedById })
  return [...new Set(Object.keys(change).map((name) => columns[name] ?? name))]
}

/** As it is kept: reported now, whenever it happened; what is solved already is nobody's to do. */
export const newIssue = (row: IssueRow & { ownerId: string }, campaignId: number, saying: Saying) => {
  const { title, happenedOn, ownerId, expectedOn = null, solved } = row
  const { progress = null, rate = null, impact = null, measure = null } = row
  const { at, by } = saying
  return {
    ...{ campaignId, title, happenedOn, progress, rate, impact, measure, ownerId, expectedOn, source: null },
    status: solved ? 'handled' : solved === false ? 'handling' : 'open',
    ...{ reportedById: by, openedAt: at, handledAt: solved ? at : null, closedAt: null, closedById: null },
    dueAt: deadlineFor({ happenedOn, expectedOn }, saying),
  }
}
