/** How the clock speaks of due dates: privately to the owner, and to the channel about what is overdue (F45). */
import {
  actions,
  type Block,
  type Button,
  button,
  type Card,
  card,
  list,
  note,
  text,
} from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, mention, plainText, type Text } from '../../kit/text.js'
import { daysBetween, type LocalDate } from '../../kit/time.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { isOpen } from './task.js'
import { assignButton, type Names, nameOf, type Row, rowButtons, shortDate, waitsText } from './task.lines.js'

const mostLines = 20

export interface DueRow extends Row {
  /** Who has to act: the owner, the approver of what is in review, the general owner for somebody who has left. */
  acts: string
}

export interface DueState {
  campaign: { id: number; name: string }
  /** The day the message is about: it keeps speaking of that day. */
  date: LocalDate
  rows: readonly DueRow[]
  names: Names
}

export interface MyDueState extends DueState {
  /** Who is reminded. */
  person: string
  /** The day is over: what it said holds no more. */
  over: boolean
}

/** Overdue, due today and due soon, each under its heading; done since then is ticked. */
export const dueCard =
  (state: MyDueState) =>
  (t: Translate, viewer: Viewer): Card => {
    const { campaign, date, rows } = state
    if (state.over) return overCard(t, state)
    const sections: [Key, DueRow[]][] = [
      ['task.due.overdue', rows.filter(({ task }) => task.dueOn < date)],
      ['task.due.today', rows.filter(({ task }) => task.dueOn === date)],
      ['task.due.soon', rows.filter(({ task }) => task.dueOn > date)],
    ]
    const blocks = sections.flatMap(([key, part]) => section(t, state, key, part, viewer))
    const open = rows.filter(isOpenRow)
    const late = open.some(({ task }) => task.dueOn < date)
    const title = t('task.due.title', { count: open.length, campaign: cut(campaign.name, 80) })
    return card(title, blocks, late ? 'bad' : open.length > 0 ? 'warn' : 'good')
  }

const isOpenRow = ({ task }: Row): boolean => isOpen(task)

/** Without its buttons, which would press on a card that is redrawn no more. */
const overCard = (t: Translate, { campaign, date }: MyDueState): Card =>
  card(t('task.due.over', { date, campaign: cut(campaign.name, 80) }), [
    actions(button(t('task.open.my'), 'my')),
  ])

const section = (t: Translate, state: MyDueState, key: Key, rows: DueRow[], viewer: Viewer): Block[] =>
  rows.length === 0
    ? []
    : [
        text([{ bold: plainText(t(key, { count: rows.length })) }]),
        list(
          rows.slice(0, mostLines).map((row) => ({
            text: dueLine(t, state, row),
            done: row.task.status === 'done',
            buttons: [...standIn(t, state, row), ...rowButtons(t, row, viewer.person)],
          })),
        ),
        ...more(t, rows),
      ]

/** Who answers for an owner who has left can first of all name a new one. */
const standIn = (t: Translate, { person }: MyDueState, { task }: DueRow): Button[] =>
  task.ownerId === person || task.status === 'review' || !isOpen(task) ? [] : [assignButton(t, task)]

const more = (t: Translate, rows: readonly Row[]): Block[] =>
  rows.length > mostLines ? [note(t('task.more', { count: rows.length - mostLines }))] : []

/** `M-003 活动页面开发 · 05-12 · 1 day`; the owner is named to whoever answers for somebody else. */
const dueLine = (t: Translate, { date, names, person }: MyDueState, row: Row): Text => {
  const { task } = row
  const owner = task.ownerId === person ? [] : [` · ${nameOf(names, task.ownerId)}`]
  const late = daysBetween(task.dueOn, date)
  const days = late > 0 ? [` · ${plainText(t('task.late', { count: late }))}`] : []
  const due = ` · ${shortDate(task.dueOn, date)}`
  const waits = waitsText(t, row).map((words) => ` · ${plainText(words)}`)
  return [`${formatId('M', task.number)} `, { bold: cut(task.name, 60) }, due, ...owner, ...days, ...waits]
}

/** `overdue: 活动页面开发 (@工程师, due 05-12) · 1 day`, one line per task. */
export const overdueCard =
  (state: DueState) =>
  (t: Translate): Card => {
    const { campaign, rows } = state
    const ref = formatId('C', campaign.id)
    const open = rows.filter(isOpenRow).length
    return card(
      t('task.overdue.title', { count: open, campaign: cut(campaign.name, 80) }),
      [
        list(
          rows
            .slice(0, mostLines)
            .map((row) => ({ text: overdueLine(t, state, row), done: row.task.status === 'done' })),
        ),
        ...more(t, rows),
        actions(button(t('task.open.list'), 'tasks', { campaign: ref })),
      ],
      open > 0 ? 'bad' : 'good',
    )
  }

const overdueLine = (t: Translate, { date, names }: DueState, { task, acts }: DueRow): Text =>
  t('task.overdue.line', {
    task: cut(task.name, 60),
    owner: mention({ id: acts, name: nameOf(names, acts) }),
    due: shortDate(task.dueOn, date),
    count: daysBetween(task.dueOn, date),
  })
