/** Arrows from the end of a task to the start of the one that waits for it. */
import type { Path, Point } from '../../kit/sketch.js'
import type { Placed } from './bars.js'
import type { Bar, Link } from './gantt.js'
import { linkGrey, right, signal, violet } from './look.js'

/** How far an arrow leaves its bar before it turns. */
const lead = 9

/** Those whose two ends are on this picture; the critical ones last, so that they lie on top. */
export const arrowsOf = (links: readonly Link[], rows: readonly Placed[], row: number): Path[] => {
  const byId = new Map(rows.map((one) => [one.bar.id, one]))
  const arrows = links.flatMap(({ from, to }) => {
    const [before, after] = [byId.get(from), byId.get(to)]
    return before && after
      ? [{ critical: before.bar.critical && after.bar.critical, path: arrow(before, after, row) }]
      : []
  })
  const drawn = arrows.map(({ critical, path }) => (critical ? { ...path, ...criticalLine(path) } : path))
  return [...drawn.filter((_, i) => !arrows[i]?.critical), ...drawn.filter((_, i) => arrows[i]?.critical)]
}

/** It begins before what it waits for is finished; what is done does no harm any more. */
export const isBroken = (before: Bar, after: Bar): boolean =>
  after.state !== 'done' && after.fromOn <= before.toOn

const criticalLine = ({ stroke }: Path) => ({ thick: 2, stroke: stroke === signal ? signal : violet })

const arrow = (before: Placed, after: Placed, row: number): Path => {
  const broken = isBroken(before.bar, after.bar)
  return {
    kind: 'path',
    points: route(before, after, row),
    stroke: broken ? signal : linkGrey,
    thick: 1.4,
    corner: 5,
    arrow: true,
    ...(broken && { dash: [4, 3] }),
  }
}

/** Out to the right, along the border of the row, and onto the bar that waits. */
const route = (before: Placed, after: Placed, row: number): Point[] => {
  const down = after.y > before.y
  const out = Math.min(before.planEnd + lead, right - 1)
  const on = after.x + Math.min(7, (after.end - after.x) / 2)
  const landing = down ? after.top - 1 : after.bottom + 1
  const aim = out >= on && out <= Math.min(after.x + 16, after.end - 2) ? out : on
  if (Math.abs(aim - out) < 1)
    return [
      [before.planEnd, before.y],
      [out, before.y],
      [out, landing],
    ]
  const border = before.y + (down ? row / 2 : -row / 2)
  return [
    [before.planEnd, before.y],
    [out, before.y],
    [out, border],
    [aim, border],
    [aim, landing],
  ]
}
