/** Cuts and splits text to Slack's sizes without tearing a character apart. */
import { cutTo, seam, withWords } from '../../kit/cut.js'
import { type Span, spans, spanText, type Text } from '../../kit/text.js'
import { guarded } from './text.js'

/** Room below this is left empty rather than filled with the beginning of a long text. */
const scrap = 40

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

/** What of `span` fits into `room`, and what is left; a mention is never parted. */
const part = (span: Span, room: number): [Span, Span | null] => {
  const words = spanText(span)
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
    let rest: Span | null = spanText(span) === '' ? null : span
    while (rest) {
      if (parts.length === 0 || (room < least && spanText(rest).length > room)) {
        if (parts.length >= most) return parts
        parts.push([])
        room = size
      }
      const [head, tail] = part(rest, room)
      parts.at(-1)?.push(head)
      room = tail ? 0 : room - spanText(head).length
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
