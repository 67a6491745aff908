/** What lies behind the bars: phases, months, weeks, days on which nobody works, today. */
import { type Calendar, holidayOn } from '../../kit/calendar.js'
import type { Shape } from '../../kit/sketch.js'
import { addDays, type LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { widthOfWords } from '../../kit/width.js'
import type { Axis, Free } from './axis.js'
import type { Plan } from './gantt.js'
import { bands, faint, ground, holiday, ink, red, right, rule, signal, soft, weekend } from './look.js'
import { dayWidth, monthsOf, type Tick, ticksOf } from './ticks.js'
import { words } from './words.js'

/** Where the rows of the head begin, and the rows of tasks begin and end. */
export interface Heights {
  today: number
  months: number
  phases: number
  ticks: number
  top: number
  bottom: number
}

export const headHeights = (top: number, phases: boolean): Omit<Heights, 'bottom'> => {
  const months = top + 24
  const bands = months + 24
  const ticks = bands + (phases ? 24 : 0)
  return { today: top, months, phases: bands, ticks, top: ticks + 26 }
}

export const shadesOf = (axis: Axis, { ticks, bottom }: Heights): Shape[] =>
  axis.free.map((free) => ({
    kind: 'box',
    x: axis.x(free.fromOn),
    y: ticks,
    width: axis.end(free.toOn) - axis.x(free.fromOn),
    height: bottom - ticks,
    fill: free.holiday ? holiday : weekend,
  }))

export const headsOf = (axis: Axis, heights: Heights, t: Translate, today: LocalDate): Shape[] => {
  const title = { y: heights.months + 12, size: 14, colour: ink, bold: true, halo: ground } as const
  const months = monthsOf(axis, t.language, 14).flatMap(({ x, words }): Shape[] => [
    line([x, heights.months], [x, heights.bottom]),
    ...(words === '' ? [] : [{ kind: 'words', x: x + 6, text: words, ...title } as const]),
  ])
  const ticks = ticksOf(axis, t.language)
  const lines =
    axis.day >= dayWidth ? [] : ticks.map(({ x }) => line([x, heights.ticks + 6], [x, heights.bottom]))
  return [...lines, ...months, ...ticks.flatMap((tick) => tickOf(tick, axis, heights.ticks + 13, today))]
}

const tickOf = ({ date, x, words }: Tick, axis: Axis, y: number, today: LocalDate): Shape[] => {
  const off = axis.free.find(({ fromOn, toOn }) => fromOn <= date && date <= toOn)
  const colour = off?.holiday ? red : off ? faint : soft
  const text = { kind: 'words', y, text: words, size: 12.5 } as const
  if (words === '') return []
  if (axis.day < dayWidth) {
    const crossed = x < axis.x(today) + axis.day && axis.x(today) < x + 40
    return [{ ...text, x: x + 4, colour, ...(crossed && { halo: ground }) }]
  }
  const middle = { x: x + axis.day / 2, align: 'middle' } as const
  if (date !== today) return [{ ...text, ...middle, colour }]
  const round = { x: middle.x - 9.5, y: y - 9.5, width: 19, height: 19, radius: 9.5 }
  return [
    { kind: 'box', ...round, fill: signal },
    { ...text, ...middle, colour: ground, bold: true },
  ]
}

const line = (from: readonly [number, number], to: readonly [number, number]): Shape => ({
  ...{ kind: 'path', points: [from, to], stroke: rule, thick: 1 },
})

/** Each with its name on it; with none where there is only room for a part of a word. */
export const bandsOf = (axis: Axis, { phases: y }: Heights, plan: Plan): Shape[] =>
  plan.phases.flatMap(({ label, fromOn, toOn }, i): Shape[] => {
    const [fill, colour] = bands[i % bands.length] ?? bands[0]
    const [x, end] = [axis.x(fromOn) + 1, axis.end(toOn) - 1]
    const later = plan.phases.filter((one) => one.fromOn > toOn).map((one) => axis.x(one.fromOn))
    const name = bandName(label, x, end, Math.min(right, ...later))
    return [
      { kind: 'box', x, y: y + 2, width: end - x, height: 20, radius: 4, fill },
      ...(name ? [{ kind: 'words', y: y + 12, colour, ...name } as const] : []),
    ]
  })

/** On its band as long as it fits there, else behind it; null where that is not free either. */
const bandName = (label: string, x: number, end: number, free: number) => {
  const short = label.replace(/[（(].*$/u, '').trim()
  const tries = [[label, 12, 10] as const, [short, 12, 10] as const, [short, 11, 2] as const]
  const fits = tries.find(([text, size, margin]) => widthOfWords(text, size) <= end - x - margin)
  if (fits) return { text: fits[0], size: fits[1], x: (x + end) / 2, align: 'middle' } as const
  const behind = end + 5 + widthOfWords(short, 12) + 5 <= free
  return behind ? ({ text: short, size: 12, x: end + 5, halo: ground } as const) : null
}

const middleOf = (axis: Axis, today: LocalDate): number | null =>
  today < axis.fromOn || today > axis.toOn ? null : axis.x(today) + axis.day / 2

export const todayLine = (axis: Axis, { today: y, bottom }: Heights, today: LocalDate): Shape[] => {
  const x = middleOf(axis, today)
  if (x === null) return []
  const points = [
    [x, y + 20],
    [x, bottom],
  ] as const
  return [{ kind: 'path', points, stroke: signal, thick: 1.5, dash: [5, 4] }]
}

/** In a line of its own, so that it hides nothing. */
export const todayFlag = (axis: Axis, { today: y }: Heights, t: Translate, today: LocalDate): Shape[] => {
  const x = middleOf(axis, today)
  if (x === null) return []
  const text = words(t, 'gantt.today', { date: today.slice(5) })
  const wide = widthOfWords(text, 12.5, true) + 20
  const left = Math.min(right - wide, Math.max(axis.left, x - wide / 2))
  const middle = { x: left + wide / 2, y: y + 10.5, align: 'middle' } as const
  return [
    { kind: 'box', x: left, y, width: wide, height: 21, radius: 10.5, fill: signal },
    { kind: 'words', ...middle, text, size: 12.5, colour: ground, bold: true },
  ]
}

/** The names of holidays below the rows, where there is room for them. */
export const holidaysOf = (axis: Axis, { bottom }: Heights, t: Translate): Shape[] => {
  let taken = axis.left
  return axis.free.flatMap((free): Shape[] => {
    const name = free.holiday ? holidayIn(free, axis.calendar) : null
    if (!name) return []
    const text = t.named('gantt.holiday', name)
    const wide = widthOfWords(text, 12)
    const middle = (axis.x(free.fromOn) + axis.end(free.toOn)) / 2
    const x = Math.min(right - wide, Math.max(axis.left, middle - wide / 2))
    if (x < taken) return []
    taken = x + wide + 8
    return [{ kind: 'words', x, y: bottom + 12, text, size: 12, colour: red }]
  })
}

const holidayIn = ({ fromOn, toOn }: Free, calendar: Calendar): string | null => {
  for (let date = fromOn; date <= toOn; date = addDays(date, 1)) {
    const holiday = holidayOn(date, calendar)
    if (holiday?.kind === 'off') return holiday.name
  }
  return null
}
