/** What the colours and lines mean; only those that are in the picture. */
import type { Shape } from '../../kit/sketch.js'
import type { Translate } from '../../kit/translate.js'
import { widthOfWords } from '../../kit/width.js'
import { isBroken } from './arrows.js'
import type { Axis } from './axis.js'
import { type Page, states } from './gantt.js'
import { stateName } from './head.js'
import {
  edge,
  faint,
  ground,
  ink,
  linkGrey,
  plannedGrey,
  right,
  signal,
  soft,
  tints,
  violet,
  weekend,
} from './look.js'
import { diamond } from './milestones.js'
import { words } from './words.js'

interface Item {
  mark: (x: number, y: number) => Shape
  words: string
}

const box = (more: object) => (x: number, y: number) =>
  ({ kind: 'box', x, y: y - 6, width: 18, height: 12, radius: 3, ...more }) as Shape
const mark = (colour: string) => (x: number, y: number) => diamond(x + 9, y, colour)
const pinned = (x: number, y: number) => diamond(x + 9, y, tints.todo.on, 4.5)
const path = (stroke: string, more: object) => (x: number, y: number) =>
  ({
    kind: 'path',
    points: [
      [x - 2, y],
      [x + 20, y],
    ],
    stroke,
    thick: 1.6,
    ...more,
  }) as Shape

const itemsOf = ({ plan, bars }: Page, axis: Axis, t: Translate): Item[] => {
  const shown = states.filter((state) => bars.some((bar) => bar.state === state))
  const has = (there: boolean, mark: Item['mark'], key: Parameters<typeof words>[1]): Item[] =>
    there ? [{ mark, words: words(t, key) }] : []
  const ids = new Map(bars.map((bar) => [bar.id, bar]))
  const links = plan.links.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const broken = links.some(({ from, to }) => {
    const [before, after] = [ids.get(from), ids.get(to)]
    return before && after && isBroken(before, after)
  })
  return [
    ...shown.map((state) => {
      const { bar, edge: stroke } = tints[state]
      return { mark: box({ fill: bar, ...(stroke && { stroke }) }), words: stateName(t, state) }
    }),
    ...has(
      bars.some(({ lateOn }) => lateOn),
      box({ fill: '#fbe0e0', hatch: '#ec9a9c' }),
      'gantt.legend.overrun',
    ),
    ...has(
      bars.some(({ critical }) => critical),
      box({ fill: ground, stroke: violet, thick: 2.2 }),
      'gantt.legend.critical',
    ),
    ...has(plan.milestones.length > 0, mark(ink), 'gantt.legend.milestone'),
    ...has(
      bars.some(({ fixed }) => fixed),
      pinned,
      'gantt.legend.fixed',
    ),
    ...has(
      bars.some(({ planned }) => planned),
      box({ fill: plannedGrey }),
      'gantt.legend.planned',
    ),
    ...has(links.length > 0, path(linkGrey, { arrow: true }), 'gantt.legend.link'),
    ...has(broken, path(signal, { arrow: true, dash: [4, 3] }), 'gantt.legend.broken'),
    ...has(axis.free.length > 0, box({ fill: weekend, stroke: '#dfe4ec' }), 'gantt.legend.free'),
  ]
}

const lineHeight = 26

/** @param top where it may begin. @returns its shapes, and where it ends */
export const legendOf = (
  page: Page,
  axis: Axis,
  t: Translate,
  top: number,
): { shapes: Shape[]; end: number } => {
  const asOf = words(t, 'gantt.asOf', { time: page.plan.asOf })
  const reserved = widthOfWords(asOf, 13) + 24
  const shapes: Shape[] = []
  let [x, y] = [edge, top + 14]
  for (const { mark, words } of itemsOf(page, axis, t)) {
    const wide = 26 + widthOfWords(words, 13)
    if (x > edge && x + wide > right - reserved) [x, y] = [edge, y + lineHeight]
    shapes.push(mark(x, y), { kind: 'words', x: x + 26, y, text: words, size: 13, colour: soft })
    x += wide + 22
  }
  shapes.push({ kind: 'words', x: right, y, text: asOf, size: 13, colour: faint, align: 'end' })
  return { shapes, end: y + 14 }
}
