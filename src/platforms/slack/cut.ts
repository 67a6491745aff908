/** Cuts and splits text to Slack's sizes without tearing a character apart. */
import { type Span, spans, type Text } from '../../kit/text.js'
import { guarded } from './text.js'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Code units around a cut in which a character is looked for; longer ones are heaps of accents. */
const reach = 64
/** Room below this is left empty rather than filled with the beginning of a long text. */
const scrap = 40

/** Each of them a character for itself, whatever stands beside it. */
const simple = /^[ -~\u4e00-\u9fff]{2}$/

/** Where `text` can end at or before `max` code units: between two characters as people see them. */
const seam = (text: string, max: number): number => {
  if (text.length <= max) return text.length
  if (simple.test(text.slice(max - 1, max + 1))) return max
  const from = Math.max(0, max - reach)
  const start = graphemes.segment(text.slice(from, max + reach)).containing(max - from)?.index ?? 0
  if (start > 0) return from + start
  return /[\udc00-\udfff]/.test(text[max] ?? '') ? max - 1 : max
}

/** At most `max` code units, ending in an ellipsis when something was cut. */
export const cutTo = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, Math.max(0, seam(text, max - 1)))}…`

/** Plain text of at most `max` code units that is a mention to no program. */
export const guardedTo = (text: string, max: number): string => {
  const safe = guarded(cutTo(text, max))
  // Two characters may have become three.
  return safe.length <= max ? safe : guarded(cutTo(text, Math.floor((max * 2) / 3)))
}

/** As `seam`, at the end of a line, a sentence or a word when there is one in the second half. */
const gentleSeam = (text: string, max: number): number => {
  const end = seam(text, max)
  const head = text.slice(0, end)
  const gentle = ['\n', '。', ' '].map((mark) => head.lastIndexOf(mark) + 1).find((at) => at > end / 2)
  return text.length <= max ? end : (gentle ?? end)
}

const wordsOf = (span: Span): string => {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  return 'code' in span ? span.code : `@${span.name}`
}

const withWords = (span: Span, words: string): Span => {
  if (typeof span === 'string') return words
  if ('bold' in span) return { bold: words }
  return 'code' in span ? { code: words } : span
}

/** What of `span` fits into `room`, and what is left; a mention is never parted. */
const part = (span: Span, room: number): [Span, Span | null] => {
  const words = wordsOf(span)
  if (words.length <= room || (typeof span === 'object' && 'mention' in span)) return [span, null]
  const at = Math.max(1, gentleSeam(words, room))
  return [withWords(span, words.slice(0, at)), withWords(span, words.slice(at))]
}

/**
 * The text in parts of at most `size` code units, nothing lost – or its first parts, if no more than `most` are
 * wanted. No part is empty; empty text has none.
 */
export const splitText = (text: Text, size: number, most = Number.POSITIVE_INFINITY): Span[][] => {
  const parts: Span[][] = []
  const least = Math.max(2, Math.min(scrap, size / 4))
  let room = 0
  for (const span of spans(text)) {
    let rest: Span | null = wordsOf(span) === '' ? null : span
    while (rest) {
      if (parts.length === 0 || (room < least && wordsOf(rest).length > room)) {
        if (parts.length >= most) return parts
        parts.push([])
        room = size
      }
      const [head, tail] = part(rest, room)
      parts.at(-1)?.push(head)
      room = tail ? 0 : room - wordsOf(head).length
      rest = tail
    }
  }
  return parts
}

/** At most `max` code units with their spans, ending in an ellipsis when something was cut. */
export const cutText = (text: Text, max: number): Text => {
  const [head = [], rest] = splitText(text, max, 2)
  if (!rest) return text
  return [...(splitText(head, max - 1, 1)[0] ?? []), '…']
}
