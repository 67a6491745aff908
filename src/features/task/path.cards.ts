/** The critical path, the float of everything else, and whether enough of the time is held as buffer (R26). */
import { actions, type Block, button, type Card, card, list, note, type Tone, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { buffer, type Share } from './float.js'
import { type Names, nameOf, type Row, shortDate, signed, statusLine } from './task.lines.js'

const mostLines = 10

export interface PathRow extends Row {
  /** When it begins and ends as things stand. */
  from: LocalDate
  to: LocalDate
  float: number
}

export interface PathState {
  campaign: { id: number; name: string }
  today: LocalDate
  names: Names
  /** In the order of the work. */
  path: readonly PathRow[]
  /** All other open tasks, the least float first. */
  others: readonly PathRow[]
  share: Share | null
}

export const pathCard =
  (state: PathState) =>
  (t: Translate): Card => {
    const { campaign, path, others, share } = state
    const title = t('task.path.title', { campaign: cut(campaign.name, 80) })
    const all = actions(button(t('task.open.list'), 'tasks', { campaign: formatId('C', campaign.id) }))
    if (path.length === 0) return card(title, [text(t('task.path.empty')), all], 'good')
    return card(
      title,
      [
        text(t('task.path.ends', endOf(state))),
        ...linesOf(t, state, path),
        ...(others.length > 0 ? [text([{ bold: plainText(t('task.path.others')) }])] : []),
        ...linesOf(t, state, others),
        share
          ? note(
              t(bufferKey(share), {
                ...share,
                float: signed(share.float),
                percent: signed(share.percent),
                ...buffer,
              }),
            )
          : null,
        all,
      ],
      toneOf(path, share),
    )
  }

const endOf = ({ path, today }: PathState) => {
  const last = path.at(-1)
  return { date: last ? shortDate(last.to, today) : '', days: signed(last?.float ?? 0) }
}

const bufferKey = ({ percent }: Share) => {
  if (percent < buffer.least) return 'task.path.scarce'
  return percent > buffer.most ? 'task.path.ample' : 'task.path.buffer'
}

const toneOf = ([first]: readonly PathRow[], share: Share | null): Tone => {
  if (first && first.float < 0) return 'bad'
  return share && share.percent < buffer.least ? 'warn' : 'plain'
}

const linesOf = (t: Translate, state: PathState, rows: readonly PathRow[]): Block[] =>
  rows.length === 0
    ? []
    : [
        list(rows.slice(0, mostLines).map((row) => ({ text: pathLine(t, state, row) }))),
        ...(rows.length > mostLines ? [note(t('task.more', { count: rows.length - mostLines }))] : []),
      ]

/** `M-003 素材制作 · 设计 · 05-16–05-25 · float 1 · in progress` */
const pathLine = (t: Translate, { names, today }: PathState, row: PathRow): Text =>
  join([
    [`${formatId('M', row.task.number)} `, { bold: cut(row.task.name, 60) }],
    nameOf(names, row.task.ownerId),
    `${shortDate(row.from, today)}–${shortDate(row.to, today)}`,
    t('task.float', { days: signed(row.float) }),
    statusLine(t, row),
  ])
