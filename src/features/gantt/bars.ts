/** Bars: what is planned, what is late, what was planned at first, and a word beside. */
import type { Shape } from '../../kit/sketch.js'
import { widthOfWords } from '../../kit/width.js'
import type { Axis } from './axis.js'
import type { Bar } from './gantt.js'
import { faint, ground, plannedGrey, type Rows, right, soft, tints, violet } from './look.js'
import { diamond } from './milestones.js'

/** Narrower bars could not be seen. */
const narrowest = 5

export interface Placed {
  bar: Bar
  x: number
  /** Where the planned time ends. */
  planEnd: number
  /** Where the bar ends, with its tail. */
  end: number
  /** The middle of its row. */
  y: number
  top: number
  bottom: number
}

export const placed = (bar: Bar, axis: Axis, rows: Rows, y: number): Placed => {
  const most = right - narrowest
  const x = Math.min(axis.x(bar.fromOn) + 1, most)
  const planEnd = Math.max(x + narrowest, axis.end(bar.toOn) - 1)
  const end = bar.lateOn ? Math.max(planEnd, axis.end(bar.lateOn) - 1) : planEnd
  return { bar, x, planEnd, end, y, top: y - rows.bar / 2, bottom: y + rows.bar / 2 }
}

export const barShapes = (one: Placed, axis: Axis): Shape[] => {
  const { bar, x, planEnd, end, top, bottom } = one
  const tint = tints[bar.state]
  const height = bottom - top
  const whole = { x, y: top, width: end - x, height, radius: 5 }
  const tail = end > planEnd
  return [
    ...plannedOf(one, axis),
    ...(tail ? [{ kind: 'box', ...whole, fill: '#fbe0e0', hatch: '#ec9a9c' } as const] : []),
    {
      kind: 'box',
      ...whole,
      width: planEnd - x,
      radius: tail ? 3 : 5,
      fill: tint.bar,
      ...(tint.edge && !bar.critical && { stroke: tint.edge }),
    },
    ...(bar.critical ? [{ kind: 'box', ...whole, stroke: violet, thick: 2.2 } as const] : []),
    ...pinOf(one),
  ]
}

const plannedOf = ({ bar: { planned }, bottom }: Placed, axis: Axis): Shape[] => {
  if (!planned) return []
  const x = Math.min(axis.x(planned.fromOn) + 1, right - narrowest)
  const width = Math.max(narrowest, axis.end(planned.toOn) - 1 - x)
  return [{ kind: 'box', x, y: bottom + 2.5, width, height: 3.5, radius: 1.75, fill: plannedGrey }]
}

/** Of the diamond on a bar whose days are fixed. */
const pinRoom = 14

const isPinned = ({ bar, x, planEnd }: Placed): boolean => bar.fixed && planEnd - x >= pinRoom

const pinOf = (one: Placed): Shape[] =>
  isPinned(one) ? [diamond(one.planEnd - 8, one.y, tints[one.bar.state].on, 4.5)] : []

/** What it waits for and is on another page, before the bar. */
export const elsewhereOf = (
  { bar, x, y }: Placed,
  axis: Axis,
  small: number,
  refs: readonly string[],
): Shape[] => {
  const more = refs.length > 2 ? ` +${refs.length - 2}` : ''
  const text = `${refs.slice(0, 2).join(' ')}${more} →`
  const fits = x - 6 - widthOfWords(text, small) >= axis.left
  if (refs.length === 0 || !fits) return []
  const colour = bar.critical ? violet : faint
  return [{ kind: 'words', x: x - 6, y, text, size: small, colour, align: 'end', halo: ground }]
}

/** What else stands beside a bar: an arrow that leaves it, words before it. */
interface Beside {
  leaving: boolean
  alone: boolean
}

/** Behind the bar, before it where there is no room behind, else on it; nothing where there is no room at all. */
export const noteOf = (one: Placed, axis: Axis, small: number, { leaving, alone }: Beside): Shape[] => {
  const { bar, x, end, planEnd, y } = one
  if (bar.note === '') return []
  const wide = widthOfWords(bar.note, small)
  const shared = { kind: 'words', y, text: bar.note, size: small } as const
  const pin = isPinned(one) ? pinRoom : 0
  if (end === planEnd && planEnd - x - pin >= wide + 16)
    return [{ ...shared, x: x + 8, colour: tints[bar.state].on, room: planEnd - x - pin - 14 }]
  const beside = { ...shared, colour: bar.state === 'late' ? tints.late.word : soft, halo: ground }
  const lead = leaving && end === planEnd ? 18 : 8
  if (end + lead + wide <= right) return [{ ...beside, x: end + lead }]
  if (alone && x - 8 - wide >= axis.left) return [{ ...beside, x: x - 8, align: 'end' }]
  return end - x >= wide + 16 ? [{ ...beside, x: end - 8, align: 'end' }] : []
}
