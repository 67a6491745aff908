/** The lines and buttons that issue cards are made of. */
import { type Button, button } from '../../kit/card.js'
import { cut, join, type Text } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { isOpen, issueRef, remaining, type Status } from './issue.js'
import type { Issue } from './issue.repo.js'

/** Names of people by id. */
export type Names = Readonly<Record<string, string>>
export const nameOf = (names: Names, id: string): string => names[id] ?? id

/** `2024-06-11 09:00` in `zone`. */
export const moment = (at: Date, zone: string): string => `${localDate(at, zone)} ${localTime(at, zone)}`

/** `14 hours left`, `3 hours overdue`. */
export const remainingText = (t: Translate, { dueAt }: Pick<Issue, 'dueAt'>, at: Date): Text => {
  const { over, count, unit } = remaining(dueAt, at)
  return t(`issue.${over ? 'over' : 'left'}.${unit}`, { count })
}

/** `06-11 09:00 · 14 hours left` while it is to be solved. */
export const deadlineText = (t: Translate, issue: Issue, at: Date, zone: string): Text => {
  const due = moment(issue.dueAt, zone)
  const sameYear = due.slice(0, 4) === localDate(at, zone).slice(0, 4)
  return join([sameYear ? due.slice(5) : due, remainingText(t, issue, at)])
}

interface Asked {
  names: Names
  at: Date
  zone: string
}

/** `I-5 Feed-ad CTR 1.2 % · 优化师 · 06-11 09:00 · 14 hours left · handling` */
export const issueLine = (t: Translate, issue: Issue, { names, at, zone }: Asked): Text =>
  join([
    [`${issueRef(issue.id)} `, { bold: cut(issue.title, 60) }],
    nameOf(names, issue.ownerId),
    ...(isOpen(issue) ? [deadlineText(t, issue, at, zone)] : []),
    t.named('issue.status', issue.status),
  ])

/** What may happen next; the first button is the usual step. */
const nextSteps: Readonly<Record<string, readonly Status[]>> = {
  open: ['handling', 'handled'],
  handling: ['handled'],
  handled: ['closed', 'open'],
  closed: ['open'],
}

/** Handling and Handled for whoever solves it, Confirm and Reopen for whoever looks at the result. */
export const statusButtons = (t: Translate, issue: Issue): Button[] =>
  (nextSteps[issue.status] ?? []).map((to, i) =>
    button(
      t.named('issue.button.to', to),
      'issue-status',
      { issue: issueRef(issue.id), to, seen: issue.version },
      i === 0 && issue.status !== 'closed' ? 'primary' : 'plain',
    ),
  )

/** Opens the card of an issue. */
export const openButton = (t: Translate, { id }: Pick<Issue, 'id'>): Button =>
  button(t('issue.open.card'), 'issue', { issue: issueRef(id) })
