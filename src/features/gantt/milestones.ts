/** The countdown to launch above the tasks: a diamond on its day and its name beside it (R1, R2, R13 to R15). */
import type { Shape } from '../../kit/sketch.js'
import { widthOfWords } from '../../kit/width.js'
import type { Axis } from './axis.js'
import type { Columns } from './columns.js'
import type { Milestone } from './gantt.js'
import { ground, ink, linkGrey, right, soft, tints } from './look.js'

/** From the middle of a diamond to its points. */
const radius = 7
const size = 12.5
const laneHeight = 23
const gap = 8

export const diamond = (x: number, y: number, fill: string, reach = radius): Shape => ({
  kind: 'area',
  points: [
    [x, y - reach],
    [x + reach, y],
    [x, y + reach],
    [x - reach, y],
  ],
  fill,
})

const colourOf = ({ state }: Milestone): string =>
  ({ done: tints.done.bar, late: tints.late.bar, open: ink, launch: tints.doing.bar })[state]

interface Placed {
  milestone: Milestone
  /** Of the diamond. */
  x: number
  /** Where its days begin. */
  start: number
  words: { x: number; align: 'start' | 'end'; room: number }
  left: number
  end: number
}

/** Its name stands before the diamond or behind it, in this order: two that follow on one another share a lane. */
const sidesOf = (milestone: Milestone, axis: Axis): [Placed, ...Placed[]] => {
  const { fromOn, toOn, label } = milestone
  const half = axis.day / 2
  const inside = (at: number) => Math.min(right - radius, Math.max(axis.left + radius, at))
  const x = inside(axis.x(toOn) + half)
  const start = Math.min(x, inside(axis.x(fromOn) + half))
  const wide = widthOfWords(label, size)
  const [aside, ahead] = [start - radius - 4, x + radius + 4]
  const [before, behind] = [aside - axis.left, right - ahead]
  const one = { milestone, x, start }
  const left: Placed = {
    ...one,
    words: { x: aside, align: 'end', room: before },
    left: aside - Math.min(wide, before),
    end: x + radius,
  }
  const after: Placed = {
    ...one,
    words: { x: ahead, align: 'start', room: behind },
    left: start - radius,
    end: ahead + Math.min(wide, behind),
  }
  if (wide <= before) return wide <= behind ? [left, after] : [left]
  return wide <= behind || behind >= before ? [after] : [left]
}

const isFree = (lane: readonly Placed[], one: Placed): boolean =>
  lane.every(({ left, end }) => one.left > end + gap || one.end < left - gap)

/** Few lanes, in which every name has its own room. */
const lanesOf = (all: readonly Milestone[], axis: Axis): Placed[][] => {
  const lanes: Placed[][] = []
  for (const milestone of all) {
    const sides = sidesOf(milestone, axis)
    const lane = lanes.find((some) => sides.some((side) => isFree(some, side)))
    const side = sides.find((one) => !lane || isFree(lane, one)) ?? sides[0]
    if (lane) lane.push(side)
    else lanes.push([side])
  }
  return lanes
}

/** @param top where they may begin. @returns nothing, and no height, where there are none */
export const milestonesOf = (
  milestones: readonly Milestone[],
  axis: Axis,
  columns: Columns,
  title: string,
  top: number,
): { shapes: Shape[]; height: number } => {
  if (milestones.length === 0) return { shapes: [], height: 0 }
  const lanes = lanesOf(milestones, axis)
  const middle = (lane: number) => top + 4 + laneHeight * (lane + 0.5)
  const name: Shape = {
    ...{ kind: 'words', x: columns.name, y: middle(0), text: title, size: 13, colour: soft },
    room: columns.owner - columns.name - 12,
  }
  const marks = lanes.flatMap((lane, i) => lane.flatMap((one) => shapesOf(one, middle(i))))
  return { shapes: [name, ...marks], height: laneHeight * lanes.length + 8 }
}

const shapesOf = ({ milestone, x, start, words }: Placed, y: number): Shape[] => [
  ...(start < x
    ? [{ kind: 'box', x: start, y: y - 2, width: x - start, height: 4, radius: 2, fill: linkGrey } as const]
    : []),
  diamond(x, y, colourOf(milestone)),
  { kind: 'words', y, text: milestone.label, size, colour: ink, halo: ground, ...words },
]
