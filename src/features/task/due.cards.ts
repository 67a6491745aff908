/** How the clock speaks of due dates: privately to the owner, and to the channel about what is overdue (F45). */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, mention, type Text } from '../../kit/text.js'
import { daysBetween, type LocalDate } from '../../kit/time.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { type Names, nameOf, type Row, rowButtons, shortDate } from './task.lines.js'

const mostLines = 20

export interface DueState {
  campaign: { id: number; name: string; ownerId: string }
  /** The day the message is about: it keeps speaking of that day. */
  date: LocalDate
  rows: readonly Row[]
  names: Names
}

/** Overdue, due today and due tomorrow, each under its heading; done since then is ticked. */
export const dueCard =
  (state: DueState & { person: string }) =>
  (t: Translate, viewer: Viewer): Card => {
    const { campaign, date, rows } = state
    const sections: [Key, Row[]][] = [
      ['task.due.overdue', rows.filter(({ task }) => task.dueOn < date)],
      ['task.due.today', rows.filter(({ task }) => task.dueOn === date)],
      ['task.due.tomorrow', rows.filter(({ task }) => task.dueOn > date)],
    ]
    const blocks = sections.flatMap(([key, part]) => section(t, state, key, part, viewer))
    const late = rows.some(({ task }) => task.dueOn < date && task.doneAt === null)
    const title = t('task.due.title', { count: rows.length, campaign: cut(campaign.name, 80) })
    return card(title, blocks, late ? 'bad' : 'warn')
  }

const section = (
  t: Translate,
  state: DueState & { person: string },
  key: Key,
  rows: Row[],
  viewer: Viewer,
): Block[] =>
  rows.length === 0
    ? []
    : [
        text([{ bold: [t(key, { count: rows.length })].flat().join('') }]),
        list(
          rows.slice(0, mostLines).map((row) => ({
            text: dueLine(t, state, row),
            done: row.task.status === 'done',
            buttons: rowButtons(t, row, viewer.person),
          })),
        ),
        ...more(t, rows),
      ]

const more = (t: Translate, rows: readonly Row[]): Block[] =>
  rows.length > mostLines ? [note(t('task.more', { count: rows.length - mostLines }))] : []

/** `M-003 活动页面开发 · 05-12 · 1 day`; the owner is named to whoever answers for somebody else. */
const dueLine = (
  t: Translate,
  { date, names, person }: DueState & { person: string },
  { task }: Row,
): Text => {
  const owner = task.ownerId === person ? [] : [` · ${nameOf(names, task.ownerId)}`]
  const late = daysBetween(task.dueOn, date)
  const days = late > 0 ? [' · ', ...[t('task.late', { count: late })].flat()] : []
  const due = ` · ${shortDate(task.dueOn, date)}`
  return [`${formatId('M', task.number)} `, { bold: cut(task.name, 60) }, due, ...owner, ...days]
}

/** `overdue: 活动页面开发 (@工程师, due 05-12) · 1 day`, one line per task. */
export const overdueCard =
  (state: DueState) =>
  (t: Translate): Card => {
    const { campaign, rows } = state
    const ref = formatId('C', campaign.id)
    const open = rows.filter(({ task }) => task.doneAt === null).length
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

const overdueLine = (t: Translate, { campaign, date, names }: DueState, { task }: Row): Text => {
  const owner = names.get(task.ownerId)
  // Nobody hears a name that has left: then the general owner has to act.
  const responsible = (owner?.active ? owner : names.get(campaign.ownerId)) ?? {
    id: task.ownerId,
    name: task.ownerId,
  }
  return t('task.overdue.line', {
    task: cut(task.name, 60),
    owner: mention(responsible),
    due: shortDate(task.dueOn, date),
    count: daysBetween(task.dueOn, date),
  })
}
