/** How pictures look: sizes in points of a picture 800 wide, colours, shapes. */

export const width = 800
/** Round the picture. */
export const edge = 32
/** Twice and a half as fine as points: 2000 pixels wide. Taller than this, a picture gets coarser instead of bigger. */
export const finest = 2.5
/** Of sketches, which are wider. */
export const finestSketch = 2
export const mostPixels = 5000
/** In points: higher ones are refused, their pixels would take hundreds of megabytes. */
export const highest = 10_000

export const family = 'Noto Sans SC'
export const sizes = { title: 22, label: 15, value: 14 } as const

export const ground = '#ffffff'
export const ink = '#1a1f36'
export const soft = '#5b6478'
export const rule = '#e6e8ee'

// Without the green, amber and red that mean good, warning and bad elsewhere, as far as six colours allow.
const colours = ['#3b76f6', '#14a79a', '#8b5cf6', '#f0a11c', '#e0607e', '#7c8499'] as const
const marks = ['circle', 'rect', 'triangle', 'diamond'] as const

export const colourOf = (at: number): string => colours[at % colours.length] ?? ink

/** Lines can be told apart without their colour. */
export const markOf = (at: number): string => marks[at % marks.length] ?? 'circle'
export const strokeOf = (at: number): 'solid' | 'dashed' => (at < marks.length ? 'solid' : 'dashed')
