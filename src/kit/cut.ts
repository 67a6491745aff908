/** Cuts text between characters as people see them, for platforms whose limits count code units. */
import type { Span } from './text.js'

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Code units around a cut in which a character is looked for; longer ones are heaps of accents. */
export const reach = 64

/** Each of them a character for itself, whatever stands beside it. */
const simple = /^[ -~\u4e00-\u9fff]{2}$/

/** The characters of `text` as people see them. */
export const graphemes = (text: string): string[] => [...segments.segment(text)].map(({ segment }) => segment)

/** Where `text` can end at or before `max` code units: between two characters as people see them. */
export const seam = (text: string, max: number): number => {
  if (text.length <= max) return text.length
  if (simple.test(text.slice(max - 1, max + 1))) return max
  const from = Math.max(0, max - reach)
  const start = segments.segment(text.slice(from, max + reach)).containing(max - from)?.index ?? 0
  if (start > 0) return from + start
  return /[\udc00-\udfff]/.test(text[max] ?? '') ? max - 1 : max
}

/** At most `max` code units, ending in an ellipsis when something was cut. */
export const cutTo = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, Math.max(0, seam(text, max - 1)))}…`

/** The span with other words: as bold or as code as before; a mention keeps whom it names. */
export const withWords = (span: Span, words: string): Span => {
  if (typeof span === 'string') return words
  if ('bold' in span) return { bold: words }
  return 'code' in span ? { code: words } : { ...span, name: words.replace(/^@/, '') }
}
