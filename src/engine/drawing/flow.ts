/** The pages of a document while they fill: what stands where, in points from the top left. */
import type { Ruler } from './figures.js'
import { ink, soft } from './look.js'
import { wrap } from './wrap.js'

export interface PlacedWords {
  kind: 'words'
  x: number
  /** Of the line that letters stand on. */
  y: number
  text: string
  size: number
  colour: string
  bold: boolean
}
export interface PlacedFill {
  kind: 'fill'
  x: number
  y: number
  width: number
  height: number
  colour: string
}
export type Placed = PlacedWords | PlacedFill
export type Page = Placed[]

/** A4. */
export const paper = { width: 595, height: 842 }
export const edge = 52
export const [top, bottom] = [edge, paper.height - edge - 16]
export const inner = paper.width - 2 * edge

export interface Look {
  size: number
  bold?: boolean
  colour?: string
}
export const looks = {
  title: { size: 18, bold: true },
  subtitle: { size: 10.5, colour: soft },
  heading: { size: 12.5, bold: true },
  text: { size: 10 },
  soft: { size: 9, colour: soft },
  cell: { size: 9 },
  label: { size: 9, bold: true, colour: soft },
} satisfies Record<string, Look>

export const heightOf = ({ size }: Look) => size * 1.55

export type Flow = ReturnType<typeof createFlow>

/** Where words and rows are put next, page after page. @param ruler measures letters that are not bold */
export const createFlow = (ruler: Ruler) => {
  const pages: Page[] = [[]]
  let y = top
  const linesOf = (text: string, room: number, look: Look) =>
    // Bold letters are a little wider than they are measured.
    wrap(text, look.bold ? room / 1.08 : room, (part) => ruler(part, look.size))
  const flow = {
    pages,
    linesOf,
    left: () => bottom - y,
    turn: () => {
      pages.push([])
      y = top
    },
    down: (by: number) => {
      y += by
    },
    put: (...placed: Placed[]) => pages.at(-1)?.push(...placed),
    at: () => y,
    write(text: string, look: Look) {
      for (const line of linesOf(text, inner, look)) {
        if (flow.left() < heightOf(look)) flow.turn()
        flow.put(wordsAt(edge, y, line, look))
        y += heightOf(look)
      }
    },
  }
  return flow
}

/** Words in a line whose upper edge is `y`. */
export const wordsAt = (
  x: number,
  y: number,
  text: string,
  { size, bold = false, colour = ink }: Look,
): Placed => ({
  kind: 'words',
  x,
  y: y + size * 1.16,
  text,
  size,
  colour,
  bold,
})
