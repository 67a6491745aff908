/** Cuts and splits text to DingTalk's sizes without tearing a character apart. */
import { type Span, spans, type Text } from '../../kit/text.js'
import { byteLength } from './text.js'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Code units around a cut in which a character is looked for; longer ones are heaps of accents. */
const reach = 64

/** Where `text` can end at or before `max` code units: between two characters as people see them. */
const seam = (text: string, max: number): number => {
  if (text.length <= max) return text.length
  const from = Math.max(0, max - reach)
  const start = graphemes.segment(text.slice(from, max + reach)).containing(max - from)?.index ?? 0
  if (start > 0) return from + start
  return /[\udc00-\udfff]/.test(text[max] ?? '') ? max - 1 : max
}

/** At most `max` code units, ending in an ellipsis when something was cut. */
export const cutTo = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, Math.max(0, seam(text, max - 1)))}…`

/** At most `max` bytes of UTF-8. */
export const cutToBytes = (text: string, max: number): string => {
  if (byteLength(text) <= max) return text
  let [low, high] = [0, Math.min(text.length, max)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (byteLength(cutTo(text, middle)) <= max) low = middle
    else high = middle - 1
  }
  return cutTo(text, low)
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u
const widthOf = (character: string): number =>
  wide.test(character) || /\p{Extended_Pictographic}/u.test(character) ? 2 : 1

/** At most `width` columns and `bytes` bytes; a Chinese character takes two columns. */
export const cutToWidth = (text: string, width: number, bytes: number): string => {
  const head = [...graphemes.segment(text.slice(0, width * reach))].map(({ segment }) => segment)
  const fits = (words: string) =>
    byteLength(words) <= bytes &&
    [...graphemes.segment(words)].reduce((sum, { segment }) => sum + widthOf(segment), 0) <= width
  if (fits(text)) return text
  while (head.length > 0 && !fits(`${head.join('')}…`)) head.pop()
  return `${head.join('')}…`
}

/** `text` in pieces of at most `max` code units, parted at the end of a sentence or a word where there is one. */
export const piecesOfText = (text: string, max: number): string[] => {
  const all: string[] = []
  let rest = text
  while (rest.length > max) {
    const end = Math.max(1, seam(rest, max))
    const head = rest.slice(0, end)
    const gentle = ['。', '. ', ' ']
      .map((one) => head.lastIndexOf(one) + one.length)
      .find((at) => at > end / 2)
    const at = Math.min(end, gentle ?? end)
    all.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...all, rest]
}

const wordsOf = (span: Span): string => {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  return 'code' in span ? span.code : `@${span.name}`
}

const withWords = (span: Span, words: string): Span => {
  if (typeof span === 'string') return words
  if ('bold' in span) return { bold: words }
  return 'code' in span ? { code: words } : { ...span, name: words.replace(/^@/, '') }
}

/** At most `max` code units with their spans, ending in an ellipsis when something was cut. */
export const cutText = (text: Text, max: number): Span[] => {
  const kept: Span[] = []
  let room = max
  for (const span of spans(text)) {
    const words = wordsOf(span)
    if (words.length > room) return [...kept, room > 1 ? withWords(span, cutTo(words, room)) : '…']
    kept.push(span)
    room -= words.length
  }
  return kept
}
