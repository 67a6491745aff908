/** What stands above the chart: what it is of, how far it has got. */
import type { Shape } from '../../kit/sketch.js'
import type { Translate } from '../../kit/translate.js'
import { widthOfWords } from '../../kit/width.js'
import { rangeOf } from './axis.js'
import { type Page, type State, states } from './gantt.js'
import { edge, ink, right, rule, soft, tints, violet } from './look.js'
import { capital, words } from './words.js'

/** Down to where the calendar begins. */
export const headHeight = 100

export const headOf = ({ plan, number, of }: Page, t: Translate): Shape[] => {
  const { fromOn, toOn } = rangeOf(plan)
  const counters = countersOf(plan.bars, t)
  const room = right - edge - countersWidth(counters, t) - 30
  const page = of > 1 ? words(t, 'gantt.page', { page: number, of }) : null
  const critical =
    plan.criticalDays === null ? null : words(t, 'gantt.critical', { count: plan.criticalDays })
  const parts = [
    { text: `${fromOn} – ${toOn}`, colour: soft },
    { text: words(t, 'gantt.tasks', { count: plan.bars.length }), colour: soft },
    ...(critical ? [{ text: critical, colour: violet }] : []),
    ...(page ? [{ text: page, colour: ink }] : []),
  ]
  let x = edge
  const line = parts.flatMap(({ text, colour }, i): Shape[] => {
    const before = i === 0 ? [] : [divider(x + 12)]
    x += i === 0 ? 0 : 25
    const one: Shape = { kind: 'words', x, y: 69, text, size: 15, colour }
    x += widthOfWords(text, 15)
    return [...before, one]
  })
  const title: Shape = {
    kind: 'words',
    x: edge,
    y: 39,
    text: plan.title,
    size: 25,
    colour: ink,
    bold: true,
    room,
  }
  return [title, ...line, ...progressOf(plan.percent, counters, t)]
}

const divider = (x: number): Shape => ({
  ...{
    kind: 'path',
    points: [
      [x, 62],
      [x, 76],
    ],
    stroke: '#d5dae3',
    thick: 1,
  },
})

interface Counter {
  state: State
  count: number
  words: string
}

const countersOf = (bars: Page['bars'], t: Translate): Counter[] =>
  states.flatMap((state) => {
    const count = bars.filter((bar) => bar.state === state).length
    return count > 0 ? [{ state, count, words: stateName(t, state) }] : []
  })

/** Late and at risk are no statuses. */
export const stateName = (t: Translate, state: State): string =>
  state === 'late' || state === 'risk' ? words(t, `gantt.${state}`) : capital(t.named('task.status', state))

const wideOf = ({ words }: Counter): number => Math.max(34, widthOfWords(words, 13)) + 26
const ringRoom = 76

const countersWidth = (counters: readonly Counter[], t: Translate): number =>
  counters.reduce((sum, one) => sum + wideOf(one), 0) +
  ringRoom +
  widthOfWords(words(t, 'gantt.progress'), 14)

const progressOf = (percent: number, counters: readonly Counter[], t: Translate): Shape[] => {
  let x = right - counters.reduce((sum, one) => sum + wideOf(one), 0)
  const ring = { kind: 'ring', x: x - 34, y: 50, radius: 25, thick: 6 } as const
  const label = words(t, 'gantt.progress')
  const told: Shape[] = [
    { ...ring, stroke: rule, part: 1 },
    ...(percent > 0 ? [{ ...ring, stroke: tints.doing.bar, part: percent / 100 }] : []),
    {
      kind: 'words',
      x: x - 34,
      y: 50,
      text: `${percent}%`,
      size: 13.5,
      colour: ink,
      bold: true,
      align: 'middle',
    },
    { kind: 'words', x: x - 70, y: 50, text: label, size: 14, colour: soft, align: 'end' },
  ]
  for (const one of counters) {
    const middle = x + wideOf(one) / 2
    const { word } = tints[one.state]
    told.push(
      {
        kind: 'words',
        x: middle,
        y: 38,
        text: String(one.count),
        size: 23,
        colour: word,
        bold: true,
        align: 'middle',
      },
      { kind: 'words', x: middle, y: 64, text: one.words, size: 13, colour: soft, align: 'middle' },
    )
    x += wideOf(one)
  }
  return told
}
