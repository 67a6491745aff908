/** Paints what features sketched on a Skia canvas. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Area, Box, Path, Point, Ring, Shape, Sketch, Words } from '../../kit/sketch.js'
import { drawable, shorten } from './figures.js'
import { family, finestSketch, ground, highest, mostPixels } from './look.js'
import { canvas } from './paint.js'

/** @param letters those the font has. @returns a PNG. @throws when it would get too big to be looked at */
export const paintSketch = ({ width, height, shapes }: Sketch, letters: ReadonlySet<string>): Buffer => {
  if (!(height <= highest && width <= highest))
    throw new RangeError(`${width} × ${height} points are too many`)
  const scale = Math.max(1, Math.min(finestSketch, mostPixels / Math.max(width, height)))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  try {
    const pen = canvas.getContext('2d')
    pen.fillStyle = ground
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    for (const shape of shapes) paintOne(pen, shape, letters)
    return canvas.encodeSync('png')
  } finally {
    canvas.width = canvas.height = 1
  }
}

const paintOne = (pen: SKRSContext2D, shape: Shape, letters: ReadonlySet<string>): void => {
  if (shape.kind === 'words') write(pen, shape, letters)
  else if (shape.kind === 'box') box(pen, shape)
  else if (shape.kind === 'path') path(pen, shape)
  else if (shape.kind === 'area') area(pen, shape)
  else ring(pen, shape)
}

const write = (pen: SKRSContext2D, words: Words, letters: ReadonlySet<string>): void => {
  const { x, y, size, colour, bold, align = 'start', room, halo } = words
  pen.font = `${bold ? 'bold ' : ''}${size}px "${family}"`
  pen.textAlign = align === 'middle' ? 'center' : align
  pen.textBaseline = 'alphabetic'
  const clean = drawable(words.text, letters).trim()
  const ruler = (text: string) => pen.measureText(text).width
  const text = room === undefined ? clean : shorten(clean, room, ruler, size)
  // Half of the height of a capital or a Han character below the middle: the font's own middle lies too low.
  const base = y + size * 0.36
  if (halo) {
    pen.lineJoin = 'round'
    pen.lineWidth = 5
    pen.strokeStyle = halo
    pen.strokeText(text, x, base)
  }
  pen.fillStyle = colour
  pen.fillText(text, x, base)
}

const outline = (pen: SKRSContext2D, { x, y, width, height, radius = 0 }: Box): void => {
  pen.beginPath()
  pen.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2))
}

const box = (pen: SKRSContext2D, shape: Box): void => {
  outline(pen, shape)
  if (shape.fill) {
    pen.fillStyle = shape.fill
    pen.fill()
  }
  if (shape.hatch) hatch(pen, shape, shape.hatch)
  if (!shape.stroke) return
  outline(pen, shape)
  pen.strokeStyle = shape.stroke
  pen.lineWidth = shape.thick ?? 1
  pen.setLineDash([])
  pen.stroke()
}

const hatch = (pen: SKRSContext2D, { x, y, width, height }: Box, colour: string): void => {
  pen.save()
  pen.clip()
  pen.strokeStyle = colour
  pen.lineWidth = 2
  pen.setLineDash([])
  pen.beginPath()
  for (let at = x - height; at < x + width; at += 6) {
    pen.moveTo(at, y + height)
    pen.lineTo(at + height, y)
  }
  pen.stroke()
  pen.restore()
}

const path = (pen: SKRSContext2D, { points, stroke, thick, corner = 0, dash = [], arrow }: Path): void => {
  const [first, ...rest] = points
  if (!first || rest.length === 0) return
  pen.beginPath()
  pen.moveTo(...first)
  rest.forEach((point, i) => {
    const next = rest[i + 1]
    if (next) pen.arcTo(...point, ...next, roundness(corner, points[i] ?? point, point, next))
    else pen.lineTo(...point)
  })
  pen.strokeStyle = stroke
  pen.lineWidth = thick
  pen.lineJoin = 'round'
  pen.setLineDash([...dash])
  pen.stroke()
  if (arrow) head(pen, points.at(-2) ?? first, points.at(-1) ?? first, stroke, thick)
}

/** No rounder than half of the shorter piece. */
const roundness = (corner: number, before: Point, at: Point, next: Point): number => {
  const length = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])
  return Math.min(corner, length(before, at) / 2, length(at, next) / 2)
}

const head = (pen: SKRSContext2D, from: Point, to: Point, fill: string, thick: number): void => {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const size = 4 + thick * 1.5
  const wing = (turn: number): Point => [
    to[0] - size * Math.cos(angle + turn),
    to[1] - size * Math.sin(angle + turn),
  ]
  area(pen, { kind: 'area', points: [to, wing(0.5), wing(-0.5)], fill })
}

const area = (pen: SKRSContext2D, { points: [first, ...rest], fill }: Area): void => {
  if (!first) return
  pen.beginPath()
  pen.moveTo(...first)
  for (const point of rest) pen.lineTo(...point)
  pen.closePath()
  pen.fillStyle = fill
  pen.fill()
}

const ring = (pen: SKRSContext2D, { x, y, radius, stroke, thick, part }: Ring): void => {
  pen.beginPath()
  // A whole turn from the top is rounded to none.
  const from = part < 1 ? -Math.PI / 2 : 0
  pen.arc(x, y, radius, from, from + Math.PI * 2 * part)
  pen.strokeStyle = stroke
  pen.lineWidth = thick
  pen.lineCap = part < 1 ? 'round' : 'butt'
  pen.setLineDash([])
  pen.stroke()
  pen.lineCap = 'butt'
}
