/** What the table says of a task. */
import type { Shape } from '../../kit/sketch.js'
import type { Columns } from './columns.js'
import type { Bar } from './gantt.js'
import { edge, faint, ground, ink, type Rows, soft, tints, violet } from './look.js'

/** @param y the middle of its row */
export const rowOf = (bar: Bar, columns: Columns, { row, size, small }: Rows, y: number): Shape[] => {
  const { rooms } = columns
  const tint = tints[bar.state]
  const face = Math.min(11, row * 0.31)
  const [initial = ''] = [...bar.owner]
  const tall = small + 9
  return [
    ...(bar.critical
      ? [
          {
            kind: 'box',
            ...{ x: edge, y: y - row * 0.2, width: 4, height: row * 0.4, radius: 2 },
            fill: violet,
          } as const,
        ]
      : []),
    { kind: 'words', x: columns.name, y, text: bar.ref, size: small, colour: faint, room: rooms.ref },
    {
      kind: 'words',
      x: columns.name + rooms.ref + 8,
      y,
      text: bar.name,
      size,
      colour: ink,
      room: rooms.name,
    },
    {
      kind: 'box',
      x: columns.owner,
      y: y - face,
      width: face * 2,
      height: face * 2,
      radius: face,
      fill: columns.faceOf(bar.owner),
    },
    {
      kind: 'words',
      x: columns.owner + face,
      y,
      text: initial,
      size: face * 1.1,
      colour: ground,
      align: 'middle',
      bold: true,
    },
    {
      kind: 'words',
      x: columns.owner + 26,
      y,
      text: bar.owner,
      size: small,
      colour: soft,
      room: rooms.owner,
    },
    {
      kind: 'words',
      x: columns.dates,
      y,
      text: columns.datesOf(bar),
      size: small,
      colour: soft,
      room: rooms.dates,
    },
    {
      kind: 'box',
      x: columns.status,
      y: y - tall / 2,
      width: rooms.status,
      height: tall,
      radius: tall / 2,
      fill: tint.pill,
    },
    {
      kind: 'words',
      x: columns.status + rooms.status / 2,
      y,
      text: bar.status,
      size: small,
      colour: tint.word,
      align: 'middle',
      room: rooms.status - 12,
    },
  ]
}
