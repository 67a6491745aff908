/** How several tasks look: the preparation table of a campaign (004-T2) and the tasks of one person (F46). */
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  list,
  note,
  progress,
  type Tone,
  text,
} from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { counts, isAsked, isOpen } from './task.js'
import { type Names, type Row, rowButtons, taskLine } from './task.lines.js'

/** More lines than this are counted, not shown: a phone shows no more at a time. */
const mostLines = 20

export interface TableState {
  campaign: { id: number; name: string }
  today: LocalDate
  /** By due date. */
  rows: readonly Row[]
  names: Names
}

/** Progress, counts per status and one line per task; when there are too many, what is done is left out first. */
export const tableCard =
  ({ campaign, today, rows, names }: TableState) =>
  (t: Translate, viewer: Viewer): Card => {
    const all = counts(
      rows.map(({ task }) => task),
      today,
    )
    const shown =
      rows.length <= mostLines ? rows : [...rows.filter(isOpenRow), ...rows.filter((row) => !isOpenRow(row))]
    const title = t('task.table.title', { campaign: cut(campaign.name, 80) })
    const ref = formatId('C', campaign.id)
    const linked = rows.some(({ waitsFor = [] }) => waitsFor.length > 0)
    const path = linked ? [button(t('task.open.path'), 'task-path', { campaign: ref })] : []
    const add = actions(button(t('task.button.add'), 'task-add', { campaign: ref }), ...path)
    if (rows.length === 0) return card(title, [text(t('task.table.empty')), add])
    const done = progress(t('task.table.counts', { ...all }), all.done, all.total)
    const late = all.late > 0 ? text(t('task.table.late', { count: all.late })) : null
    const risky = rows.filter(({ risk = null }) => risk !== null).length
    const risk = risky > 0 ? text(t('task.table.risk', { count: risky })) : null
    return card(
      title,
      [done, late, risk, ...lines(t, shown, names, viewer, 'short'), add],
      tableTone(all.late, risky),
    )
  }

const tableTone = (late: number, risky: number): Tone => {
  if (late > 0) return 'bad'
  return risky > 0 ? 'warn' : 'plain'
}

const isOpenRow = ({ task }: Row): boolean => isOpen(task)

const lines = (
  t: Translate,
  rows: readonly Row[],
  names: Names,
  viewer: Viewer,
  ref: 'short' | 'whole',
): (Block | null)[] => [
  list(
    rows.slice(0, mostLines).map((row) => ({
      text: taskLine(t, row, names, ref),
      done: row.task.status === 'done',
      buttons: rowButtons(t, row, viewer.person),
    })),
  ),
  rows.length > mostLines ? note(t('task.more', { count: rows.length - mostLines })) : null,
]

export interface MyState {
  person: string
  /** Most urgent first. */
  rows: readonly Row[]
  names: Names
  /** Set when only the tasks of one campaign are shown. */
  campaign: { id: number; name: string } | null
}

/** My open tasks; what I was asked to take can be accepted one by one or all at once. */
export const myCard =
  ({ person, rows, names, campaign }: MyState) =>
  (t: Translate, viewer: Viewer): Card => {
    const count = rows.length
    const title = campaign
      ? t('task.my.inCampaign', { count, campaign: cut(campaign.name, 80) })
      : t('task.my.title', { count })
    const asked = rows.filter(({ task }) => isAsked(task, person)).length
    if (count === 0) return card(title, [text(t('task.my.empty'))], 'good')
    const all = campaign && asked > 1 ? takeAll(t, campaign.id, asked) : null
    const intro = asked > 0 ? text(t('task.my.asked', { count: asked })) : null
    return card(title, [intro, ...lines(t, rows, names, viewer, campaign ? 'short' : 'whole'), all])
  }

const takeAll = (t: Translate, campaign: number, count: number): Block =>
  actions(
    button(t('task.button.takeAll', { count }), 'task-take', { task: formatId('C', campaign) }, 'primary'),
  )
