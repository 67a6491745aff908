/** Lays a page of a plan out: table, calendar, bars and arrows, from the back to the front. */
import type { Shape, Sketch } from '../../kit/sketch.js'
import type { Translate } from '../../kit/translate.js'
import { arrowsOf } from './arrows.js'
import { type Axis, axisOf } from './axis.js'
import { barShapes, elsewhereOf, noteOf, type Placed, placed } from './bars.js'
import { columnHeads, columnsOf } from './columns.js'
import type { Page } from './gantt.js'
import {
  bandsOf,
  type Heights,
  headHeights,
  headsOf,
  holidaysOf,
  shadesOf,
  todayFlag,
  todayLine,
} from './grid.js'
import { headHeight, headOf } from './head.js'
import { headingGroundOf, headingHeight, headingOf } from './heading.js'
import { legendOf } from './legend.js'
import { edge, type Rows, right, rowsOf, rule, width } from './look.js'
import { milestonesOf } from './milestones.js'
import { rowOf } from './row.js'
import { words } from './words.js'

/** Below the rows, for the names of holidays. */
const foot = 24

export const sketchOf = (page: Page, t: Translate): Sketch => {
  const { plan } = page
  const rows = rowsOf(page.lines.length)
  const columns = columnsOf(page, t, rows)
  const axis = axisOf(plan, columns.end)
  const head = headHeights(headHeight, plan.phases.length > 0)
  const marks = milestonesOf(plan.milestones, axis, columns, words(t, 'gantt.milestones'), head.top)
  const stack = stackOf(page, rows, head.top + marks.height)
  const heights: Heights = { ...head, bottom: stack.end }
  const lines = stack.rows.flatMap(({ line, y }) => ('bar' in line ? [placed(line.bar, axis, rows, y)] : []))
  const grounds = stack.rows.flatMap(({ line, ...at }) =>
    'group' in line ? headingGroundOf(line.group, at) : [],
  )
  const headings = stack.rows.flatMap(({ line, ...at }) =>
    'group' in line ? headingOf(plan, line.group, { columns, axis, rows }, at) : [],
  )
  const legend = legendOf(page, axis, t, heights.bottom + foot)
  const besideOf = besides(page)
  const shapes: Shape[] = [
    ...headOf(page, t),
    ...shadesOf(axis, heights),
    ...grounds,
    ...rulesOf([head.top, ...(marks.height > 0 ? [head.top + marks.height] : []), ...stack.ends]),
    ...todayLine(axis, heights, plan.today),
    ...headsOf(axis, heights, t, plan.today),
    ...bandsOf(axis, heights, plan),
    ...todayFlag(axis, heights, t, plan.today),
    ...columnHeads(columns, t, heights.ticks + 13),
    ...headings,
    ...marks.shapes,
    ...lines.flatMap(({ bar, y }) => rowOf(bar, columns, rows, y)),
    ...arrowsOf(plan.links, lines, rows.row),
    ...lines.flatMap((line) => barShapes(line, axis)),
    ...lines.flatMap((line) => besideOf(line, axis, rows.small)),
    ...holidaysOf(axis, heights, t),
    ...legend.shapes,
  ]
  return { width, height: legend.end + edge - 8, shapes }
}

/** Each line at its height, one below the other. */
const stackOf = ({ lines }: Page, rows: Rows, top: number) => {
  let end = top
  const stacked = lines.map((line) => {
    const height = 'bar' in line ? rows.row : headingHeight(line.group, rows)
    end += height
    return { line, y: end - height / 2, height, end }
  })
  return { rows: stacked, ends: stacked.map((one) => one.end), end }
}

/** The words on both sides of each bar. */
const besides = ({ plan, bars }: Page) => {
  const leaving = new Set(plan.links.map(({ from }) => from))
  const here = new Set(bars.map(({ id }) => id))
  const refs = new Map(plan.bars.map(({ id, ref }) => [id, ref]))
  return (line: Placed, axis: Axis, small: number): Shape[] => {
    const { id } = line.bar
    const others = plan.links.flatMap(({ from, to }) =>
      to === id && !here.has(from) ? (refs.get(from) ?? []) : [],
    )
    const elsewhere = elsewhereOf(line, axis, small, others)
    return [
      ...elsewhere,
      ...noteOf(line, axis, small, { leaving: leaving.has(id), alone: elsewhere.length === 0 }),
    ]
  }
}

const rulesOf = (heights: readonly number[]): Shape[] =>
  heights.map((y) => ({
    kind: 'path',
    points: [
      [edge, y],
      [right, y],
    ],
    stroke: rule,
    thick: 1,
  }))
