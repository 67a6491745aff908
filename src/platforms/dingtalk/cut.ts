/** Cuts and splits text to DingTalk's sizes without tearing a character apart. */
import { cutTo, graphemes, reach, seam, withWords } from '../../kit/cut.js'
import { largest } from '../../kit/fit.js'
import { type Span, spans, spanText, type Text } from '../../kit/text.js'
import { byteLength } from './text.js'

/** At most `max` bytes of UTF-8. */
export const cutToBytes = (text: string, max: number): string => {
  if (byteLength(text) <= max) return text
  const cut = (length: number) => cutTo(text, length)
  return largest(0, Math.min(text.length, max), cut, (words) => byteLength(words) <= max) ?? cut(0)
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u
const widthOf = (character: string): number =>
  wide.test(character) || /\p{Extended_Pictographic}/u.test(character) ? 2 : 1

/** At most `width` columns and `bytes` bytes; a Chinese character takes two columns. */
export const cutToWidth = (text: string, width: number, bytes: number): string => {
  const head = graphemes(text.slice(0, width * reach))
  const fits = (words: string) =>
    byteLength(words) <= bytes &&
    graphemes(words).reduce((sum, character) => sum + widthOf(character), 0) <= width
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

/** At most `max` code units with their spans, ending in an ellipsis when something was cut. */
export const cutText = (text: Text, max: number): Span[] => {
  const kept: Span[] = []
  let room = max
  for (const span of spans(text)) {
    const words = spanText(span)
    if (words.length > room) return [...kept, room > 1 ? withWords(span, cutTo(words, room)) : '…']
    kept.push(span)
    room -= words.length
  }
  return kept
}
