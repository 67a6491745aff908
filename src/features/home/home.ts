/** My work: which of somebody's tasks come when, and what has to change for their page to change; pure. */
import { addDays } from '../../kit/time.js'
import { byUrgency, isAsked, type Row } from '../task/index.js'

/** As far ahead as the page looks. */
const aheadDays = 7

export interface TaskParts {
  /** Due today or late, the longest late first. */
  now: Row[]
  /** Not due yet, but waiting for an answer: to be taken over, or to be accepted. */
  asked: Row[]
  /** Due in the next seven days. */
  next: Row[]
  /** How many come after that. */
  later: number
}

/** Each task that waits for `person` once; one that waits for another's review is not theirs to move. */
export const partsOf = (rows: readonly Row[], person: string): TaskParts => {
  const mine = rows.filter((row) => row.task.status !== 'review' || answers(row, person))
  const sorted = mine.toSorted((a, b) => byUrgency(a.task, b.task))
  const now = sorted.filter(({ task, today }) => task.dueOn <= today)
  const rest = sorted.filter((row) => !now.includes(row))
  const asked = rest.filter((row) => answers(row, person))
  const quiet = rest.filter((row) => !asked.includes(row))
  const next = quiet.filter(({ task, today }) => task.dueOn <= addDays(today, aheadDays))
  return { now, asked, next, later: quiet.length - next.length }
}

/** Whether the task waits for a yes or no of `person`. */
const answers = ({ task, reviewer }: Row, person: string): boolean =>
  isAsked(task, person) || (task.status === 'review' && reviewer === person)

/** Their own page, for what no other subject tells: a new day, a campaign that was called off. */
export const pageOf = (person: string): string => `home:${person}`

/** What is redrawn into the page of `person`; the same whatever is on it now, so that it also sees what comes. */
export const subjectsOf = (person: string): string[] => [
  pageOf(person),
  ...['tasks-of', 'approvals-of', 'issues-of', 'kpis-of'].map((what) => `${what}:${person}`),
]
