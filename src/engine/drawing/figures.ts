/** Numbers and words as they stand in a picture. */
import type { Language } from '../../kit/translate.js'

/** A value with its unit, as it is written. */
export type Write = (value: number) => string

/** The width of a text in points; `size` is that of its letters. */
export type Ruler = (text: string, size: number) => number

/** What is written for a value that is missing. */
export const missing = '–'

/** Null for what is missing: series may be shorter than the labels, and JSON knows no NaN. */
export const valueAt = (values: readonly number[], at: number): number | null => {
  const value: unknown = values[at]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** From 10 000 on in 万, 亿 or K, M: 62.4万, 624K; below with two decimals at most. */
export const writer = (unit: string, language: Language): Write => {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 2, notation: 'compact' })
  return (value) => {
    const number = (Math.abs(value) < 10_000 ? plain : short).format(value)
    return `${number.replace(/^-/, '−')}${unit}`
  }
}

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cut to fit `room` points, ending in an ellipsis when something was cut. */
export const shorten = (text: string, room: number, ruler: Ruler, size: number): string => {
  if (ruler(text, size) <= room) return text
  const letters = Array.from(segments.segment(text), ({ segment }) => segment)
  let fits = 0
  while (fits < letters.length && ruler(`${letters.slice(0, fits + 1).join('')}…`, size) <= room) fits++
  return `${letters.slice(0, fits).join('')}…`
}

/** Rid of what the font lacks: emoji vanish, letters of other scripts leave a box, breaks become blanks. */
export const drawable = (text: string, letters: ReadonlySet<string>): string =>
  Array.from(text.replace(/\s+/g, ' '), (letter) => {
    if (letters.has(letter)) return letter
    return /[\p{L}\p{N}]/u.test(letter) ? '□' : ''
  })
    .join('')
    .replace(/ {2,}/g, ' ')
