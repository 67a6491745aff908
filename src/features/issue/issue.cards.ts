/** How one issue looks: the columns of 003-T4 with its buttons, and the news that its status changed. */
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  fields,
  note,
  type Tone,
  text,
} from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { isOpen as isRunning } from '../campaign/index.js'
import { isException, isOverdue, issueRef, type Status } from './issue.js'
import { moment, type Names, nameOf, openButton, remainingText, statusButtons } from './issue.lines.js'
import type { Issue } from './issue.repo.js'

/** Characters of a title that fit a heading; a longer one stands below it as a whole. */
const longestTitle = 120

export interface IssueState {
  issue: Issue
  campaign: { id: number; name: string; status: string }
  names: Names
  /** When it is drawn. */
  at: Date
}

export const issueCard =
  (state: IssueState) =>
  (t: Translate, viewer: Pick<Viewer, 'zone'>): Card => {
    const { issue, campaign } = state
    return card(
      `${issueRef(issue.id)} ${cut(issue.title, longestTitle)}`,
      [
        [...issue.title].length > longestTitle ? text(issue.title) : null,
        issue.status === 'handled' ? text(t('issue.card.confirm')) : null,
        facts(t, state, viewer.zone),
        note(`${formatId('C', campaign.id)} ${cut(campaign.name, 80)}`),
        buttons(t, state),
      ],
      toneOf(state),
    )
  }

const toneOf = ({ issue, at }: IssueState): Tone => {
  if (issue.status === 'closed') return 'good'
  return isOverdue(issue, at) ? 'bad' : 'warn'
}

/** The card stands for a day and more: it names the deadline, not how long it still is. */
const facts = (t: Translate, state: IssueState, zone: string): Block => {
  const { issue, names, at } = state
  const due = moment(issue.dueAt, zone)
  const rows: [Key, Text | null][] = [
    ['issue.field.status', t.named('issue.status', issue.status)],
    ['issue.field.owner', nameOf(names, issue.ownerId)],
    ['issue.field.due', isOverdue(issue, at) ? join([due, remainingText(t, issue, at)]) : due],
    ['issue.field.expected', expectedText(t, issue, zone)],
    ['issue.field.happened', issue.happenedOn],
    ['issue.field.progress', issue.progress && cut(issue.progress, 1000)],
    ['issue.field.rate', issue.rate && `${issue.rate.toFixed()}%`],
    ['issue.field.impact', issue.impact && cut(issue.impact, 1000)],
    ['issue.field.measure', issue.measure && cut(issue.measure, 1000)],
    ['issue.field.source', issue.source && cut(issue.source, 500)],
    ['issue.field.reported', `${nameOf(names, issue.reportedById)} · ${moment(issue.openedAt, zone)}`],
    ['issue.field.closed', closedText(state, zone)],
  ]
  return fields(rows.flatMap(([key, value]) => (value === null ? [] : [[t(key), value] as const])))
}

/** The day, and why it may be later than the 24 hours (F82): what is done about it takes so long. */
const expectedText = (t: Translate, issue: Issue, zone: string): Text | null => {
  const { expectedOn: date, measure } = issue
  if (date === null || !isException(issue, zone)) return date
  return measure
    ? t('issue.exception.because', { date, reason: cut(measure, 200) })
    : t('issue.exception.alone', { date })
}

const closedText = ({ issue: { closedAt, closedById }, names }: IssueState, zone: string): Text | null =>
  closedAt === null ? null : `${nameOf(names, closedById ?? '–')} · ${moment(closedAt, zone)}`

const buttons = (t: Translate, { issue, campaign }: IssueState): Block => {
  const all = button(t('issue.open.list'), 'issues', { campaign: formatId('C', campaign.id) })
  return actions(...(isRunning(campaign) ? statusButtons(t, issue) : []), all)
}

export interface NewsState extends IssueState {
  /** The status it was given. */
  what: Status
  by: string
}

/** One line for whoever has to do with it. */
export const newsCard =
  ({ issue, names, what, by }: NewsState) =>
  (t: Translate, { zone }: Pick<Viewer, 'zone'>): Card => {
    const params = { by: nameOf(names, by), issue: `${issueRef(issue.id)} ${cut(issue.title, 80)}` }
    return card(
      t(`issue.news.${what}`, params),
      [
        fields([
          [t('issue.field.owner'), nameOf(names, issue.ownerId)],
          [t('issue.field.due'), moment(issue.dueAt, zone)],
        ]),
        actions(openButton(t, issue)),
      ],
      what === 'closed' ? 'good' : what === 'open' ? 'warn' : 'plain',
    )
  }
