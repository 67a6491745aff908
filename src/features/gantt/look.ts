/** How the Gantt chart looks: sizes in points, colours. */
import type { State } from './gantt.js'

export const width = 1240
/** Round the picture. */
export const edge = 28
/** Where the chart of days ends. */
export const right = width - edge

export const ink = '#1a1f36'
export const soft = '#5b6478'
export const faint = '#8d96a8'
export const rule = '#e6e8ee'
export const ground = '#ffffff'
/** Behind the headings of strategies. */
export const headingGround = '#fafbfd'
export const weekend = '#f4f6fa'
export const holiday = '#fdefed'
export const red = '#c92a2f'
export const signal = '#e5484d'
export const violet = '#7c3aed'
export const linkGrey = '#97a1b5'
export const plannedGrey = '#bcc6d6'

interface Tint {
  /** Of the bar. */
  bar: string
  edge?: string
  /** Of the word beside it, and what lies behind. */
  word: string
  pill: string
  /** On the bar. */
  on: string
}

export const tints: Readonly<Record<State, Tint>> = {
  done: { bar: '#2fa37c', word: '#14764f', pill: '#d4f0e3', on: ground },
  doing: { bar: '#3b76f6', word: '#1f4fc4', pill: '#dae6fe', on: ground },
  review: { bar: '#0e9aa7', word: '#0b6b74', pill: '#d3f0f2', on: ground },
  risk: { bar: '#fbe3b5', edge: '#e5a31c', word: '#8f5a00', pill: '#fdecc8', on: '#6b4400' },
  todo: { bar: '#e3e8f1', edge: '#c2cad8', word: '#4d566b', pill: '#e6eaf2', on: '#3d4559' },
  late: { bar: '#e5484d', word: '#b4232a', pill: '#fddcdc', on: ground },
}

/** Of the bands of phases, in their order, and of the words on them. */
export const bands = [
  ['#e8eefc', '#2f5bb7'],
  ['#fdf0d9', '#8f5a00'],
  ['#fde4e6', '#b4232a'],
  ['#e3f3ea', '#14764f'],
  ['#efe8fd', '#5b2bb0'],
] as const

const faces = [
  ...['#5b8ff9', '#2a9d96', '#d46a92', '#8f72cf', '#e0704f'],
  ...['#6cb8e0', '#4fae7b', '#c08a2e', '#7c8499', '#b06ab3'],
] as const

/** The same person has the same colour on every page. */
export const faceOf = (people: readonly string[], person: string): string =>
  faces[people.indexOf(person) % faces.length] ?? faces[0]

/** How high rows are, and how big what stands in them: the fewer, the bigger. */
export const rowsOf = (count: number) => {
  if (count <= 12) return { row: 46, bar: 24, size: 14.5, small: 13 }
  return count <= 24
    ? { row: 36, bar: 20, size: 13.5, small: 12.5 }
    : { row: 29, bar: 16, size: 13, small: 12 }
}
export type Rows = ReturnType<typeof rowsOf>
