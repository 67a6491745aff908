/** What a slip does to everything that waits for it: the preview with its two ways, and what was done (F48). */
import {
  actions,
  type Block,
  type Button,
  button,
  type Card,
  card,
  list,
  note,
  type Tone,
  text,
} from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { Move, Slip, Way } from './shift.js'
import { isOpen, taskRef } from './task.js'
import { issueButton, type Names, nameOf, shortDate, signed, titleOf } from './task.lines.js'

const mostLines = 10

export interface ShiftState {
  campaign: { id: number; name: string; launchOn: LocalDate }
  /** How the phase is called that begins on the day of the launch, as far as there is one. */
  launchPhase: string | null
  today: LocalDate
  slip: Slip
  moves: Readonly<Record<Way, readonly Move[]>>
  names: Names
  /** Of what it was drawn from: its buttons carry it. */
  seen: number
  /** Days that were decided, without those that the task is late. */
  moved: number
  /** Whoever looks may decide. */
  leads: boolean
  /** The card that was pressed showed something else. */
  anew: boolean
}

export const shiftCard =
  (state: ShiftState) =>
  (t: Translate): Card => {
    const { slip, moves, today } = state
    const title = t('task.shift.title', { task: titleOf(slip.task), count: slip.days })
    const dueOn = shortDate(slip.dueOn, today)
    const why = slip.dueOn > slip.task.dueOn && isOpen(slip.task) ? 'task.shift.late' : 'task.shift.ends'
    const all = Math.max(moves.consume.length, moves.keep.length)
    return card(
      title,
      [
        state.anew ? text([{ bold: plainText(t('task.shift.anew')) }]) : null,
        text(t(why, { date: dueOn })),
        ...(same(state)
          ? section(t, state, all > 0 ? 'task.shift.moves' : 'task.shift.fits', moves.keep)
          : [
              ...section(
                t,
                state,
                moves.consume.length > 0 ? 'task.shift.consume' : 'task.shift.fits',
                moves.consume,
              ),
              ...section(t, state, 'task.shift.keep', moves.keep),
            ]),
        all > 0 && !state.leads ? note(t('task.shift.leadOnly')) : null,
        buttons(t, state),
      ],
      toneOf(state),
    )
  }

const same = ({ moves: { consume, keep } }: ShiftState): boolean =>
  consume.length === keep.length && consume.every(({ days }, i) => days === keep[i]?.days)

const toneOf = ({ moves: { consume } }: ShiftState): Tone => {
  if (consume.some(({ float }) => float < 0)) return 'bad'
  return consume.length > 0 ? 'warn' : 'good'
}

const section = (t: Translate, state: ShiftState, key: Key, moves: readonly Move[]): Block[] => [
  text([{ bold: plainText(t(key, { count: moves.length })) }]),
  ...linesOf(t, state, moves),
]

const linesOf = (t: Translate, state: ShiftState, moves: readonly Move[]): Block[] =>
  moves.length === 0
    ? []
    : [
        list(moves.slice(0, mostLines).map((move) => ({ text: moveLine(t, state, move) }))),
        ...(moves.length > mostLines ? [note(t('task.more', { count: moves.length - mostLines }))] : []),
      ]

/** `M-004 内容发布排期 · 专员 · 05-26–05-30 → 05-28–06-01 · 2 days later · float 1 → −1 · collides with 预热期 06-01` */
const moveLine = (t: Translate, state: ShiftState, move: Move): Text => {
  const { task, startOn, dueOn, days, float, was } = move
  const range = (from: LocalDate, to: LocalDate) =>
    `${shortDate(from, state.today)}–${shortDate(to, state.today)}`
  return join([
    [`${formatId('M', task.number)} `, { bold: cut(task.name, 60) }],
    nameOf(state.names, task.ownerId),
    `${range(task.startOn, task.dueOn)} → ${range(startOn, dueOn)}`,
    t('task.shift.days', { count: days }),
    t('task.float', { days: `${signed(was)} → ${signed(float)}` }),
    ...collision(t, state, move),
  ])
}

const collision = (t: Translate, state: ShiftState, { misses }: Move): Text[] => {
  if (misses === null) return []
  const { campaign, launchPhase, today } = state
  if (misses >= campaign.launchOn) return [t('task.shift.tooLate', { date: shortDate(misses, today) })]
  const date = shortDate(campaign.launchOn, today)
  return [
    launchPhase === null
      ? t('task.shift.launch', { date })
      : t('task.shift.collides', { phase: launchPhase, date }),
  ]
}

const buttons = (t: Translate, state: ShiftState): Block => {
  const { slip, moves, campaign } = state
  const choose = (label: Key, by: Way, look: Button['look']) => {
    const args = {
      task: taskRef(slip.task),
      by,
      seen: state.seen,
      ...(state.moved > 0 && { slip: state.moved }),
    }
    return button(t(label), 'task-shift', args, look)
  }
  const choices = same(state)
    ? [choose('task.button.moveAll', 'consume', 'primary')]
    : [
        ...(moves.consume.length > 0 ? [choose('task.button.consume', 'consume', 'primary')] : []),
        choose('task.button.keep', 'keep', 'plain'),
      ]
  const some = moves.consume.length + moves.keep.length > 0
  return actions(
    ...(some && state.leads ? choices : []),
    ...issue(t, state),
    button(t('task.open.path'), 'task-path', { campaign: formatId('C', campaign.id) }),
  )
}

/** What collides is a problem for somebody to solve; the press writes it down (R40). */
const issue = (t: Translate, state: ShiftState): Button[] => {
  const move = state.moves.consume.find(({ misses }) => misses !== null)
  if (!move) return []
  const words = collision(t, state, move).map(plainText).join()
  const title = `${formatId('M', move.task.number)}: ${words}`
  return [issueButton(t, title, move.task)]
}

/** The answer to whoever decided. */
export const movedCard =
  (state: ShiftState, way: Way) =>
  (t: Translate): Card => {
    const moves = state.moves[way]
    return card(t('task.shift.done', { count: moves.length }), linesOf(t, state, moves), 'good')
  }
