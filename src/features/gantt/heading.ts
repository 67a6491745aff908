/** Heading rows: a strategy or a module, with a bar that spans its tasks. */
import type { Shape } from '../../kit/sketch.js'
import type { Axis } from './axis.js'
import type { Columns } from './columns.js'
import type { Plan } from './gantt.js'
import { type Group, keysUnder } from './groups.js'
import { edge, headingGround, ink, linkGrey, type Rows, right, soft, tints } from './look.js'

/** What its tasks come to, on all pages. */
const summaryOf = ({ bars, groups }: Plan, group: Group) => {
  const keys = new Set(keysUnder(groups, group))
  const own = bars.filter((bar) => keys.has(bar.group ?? ''))
  const ends = own.flatMap(({ toOn, lateOn }) => [toOn, lateOn ?? toOn]).sort()
  const fromOn = own.map((bar) => bar.fromOn).sort()[0]
  const done = own.filter(({ state }) => state === 'done').length
  return fromOn === undefined ? null : { fromOn, toOn: ends.at(-1) ?? fromOn, done, total: own.length }
}

export const headingHeight = ({ level }: Group, { row }: Rows): number =>
  level === 1 ? Math.min(34, row) : Math.min(28, row)

interface At {
  y: number
  height: number
}

/** Behind everything else of the row. */
export const headingGroundOf = ({ level }: Group, { y, height }: At): Shape[] =>
  level === 1
    ? [{ kind: 'box', x: edge, y: y - height / 2, width: right - edge, height, fill: headingGround }]
    : []

/** @param y the middle of its row */
export const headingOf = (
  plan: Plan,
  group: Group,
  { columns, axis, rows }: { columns: Columns; axis: Axis; rows: Rows },
  { y, height }: At,
): Shape[] => {
  const summary = summaryOf(plan, group)
  const strategy = group.level === 1
  const x = columns.name + (strategy ? 0 : 12)
  const texts = { y, size: rows.small, colour: soft } as const
  const mark: Shape = {
    ...{ kind: 'box', x: edge, y: y - height * 0.28, width: 4, height: height * 0.56, radius: 2 },
    fill: tints.doing.bar,
  }
  const name: Shape = {
    ...{ kind: 'words', x, y, text: group.name, size: strategy ? rows.size : rows.small },
    ...{ colour: strategy ? ink : soft, bold: true, room: columns.dates - x - 12 },
  }
  if (!summary) return [...(strategy ? [mark] : []), name]
  return [
    ...(strategy ? [mark] : []),
    name,
    { kind: 'words', x: columns.dates, text: columns.datesOf(summary), room: columns.rooms.dates, ...texts },
    {
      ...{ kind: 'words', x: columns.status + columns.rooms.status / 2, align: 'middle', ...texts },
      text: `${summary.done}/${summary.total}`,
    },
    ...spanOf(axis, summary, y, strategy ? 5 : 3),
  ]
}

/** A bar that is bent down at both ends. */
const spanOf = (
  axis: Axis,
  { fromOn, toOn }: { fromOn: string; toOn: string },
  y: number,
  thick: number,
): Shape[] => {
  const x = Math.min(axis.x(fromOn), right - 12)
  const end = Math.max(x + 12, axis.end(toOn))
  const [top, foot] = [y - thick / 2, y + thick / 2 + 5]
  const fill = linkGrey
  return [
    { kind: 'box', x, y: top, width: end - x, height: thick, fill },
    {
      kind: 'area',
      points: [
        [x, top],
        [x + 6, top],
        [x, foot],
      ],
      fill,
    },
    {
      kind: 'area',
      points: [
        [end, top],
        [end - 6, top],
        [end, foot],
      ],
      fill,
    },
  ]
}
