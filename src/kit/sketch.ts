/** A picture as plain objects: what a feature lays out, and the house draws as a PNG. Words in it are never markup. */

export type Point = readonly [x: number, y: number]

/** A rectangle; `hatch` strokes it slantwise. */
export interface Box {
  kind: 'box'
  x: number
  y: number
  width: number
  height: number
  radius?: number
  fill?: string
  hatch?: string
  stroke?: string
  /** How thick the stroke is, inside and outside of the edge alike. */
  thick?: number
}
/** Straight pieces with rounded corners; with `arrow`, it ends in a head that points on. */
export interface Path {
  kind: 'path'
  points: readonly Point[]
  stroke: string
  thick: number
  corner?: number
  dash?: readonly number[]
  arrow?: true
}
export interface Area {
  kind: 'area'
  points: readonly Point[]
  fill: string
}
/** A circle, or a ring of which a part is drawn: 1 is the whole, clockwise from the top. */
export interface Ring {
  kind: 'ring'
  x: number
  y: number
  radius: number
  stroke: string
  thick: number
  part: number
}
/** One line of text, centred on `y`; cut to `room` when it is wider. */
export interface Words {
  kind: 'words'
  x: number
  y: number
  text: string
  size: number
  colour: string
  bold?: boolean
  align?: 'start' | 'middle' | 'end'
  room?: number
  /** Keeps what is beneath away from the letters. */
  halo?: string
}
export type Shape = Box | Path | Area | Ring | Words

/** In points; later shapes lie on earlier ones. */
export interface Sketch {
  width: number
  height: number
  shapes: readonly Shape[]
}

export const isSketch = (value: object): value is Sketch => 'shapes' in value

export type DrawSketch = (sketch: Sketch) => Promise<Uint8Array>
