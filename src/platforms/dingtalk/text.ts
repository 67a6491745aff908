/** Text on its way to DingTalk: its markdown has no escapes to rely on, so marks of people are drawn as look-alikes. */
import { readable } from '../../kit/text.js'

/** Seen by nobody; parts what would be read together. */
const joiner = '\u2060'

const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', '~': '～', '`': '｀', _: '＿' }
/** Addresses stay good with these. */
const encoded: Readonly<Record<string, string>> = { '*': '%2A', '~': '%7E', '`': '%60', _: '%5F' }

/** Marks that make a format in pairs only; an underscore inside a word never does. */
const mark = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** Which marks have to be drawn as look-alikes: those with a partner somewhere in the same message. */
export type Marks = ReadonlySet<string>

/** The marks that stand more than once in all that people typed: one alone can form nothing. */
export const pairedMarks = (texts: Iterable<string>): Marks => {
  const seen = new Set<string>()
  const paired = new Set<string>()
  for (const text of texts) {
    for (const [one] of text.matchAll(mark)) (seen.has(one) ? paired : seen).add(one)
  }
  return paired
}

/** Without the punctuation that usually only follows an address. */
const address =
  /(https?:\/\/[^\s<>"'`\\\u3000-\u303f\uff00-\uffef]*[^\s<>"'`\\\u3000-\u303f\uff00-\uffef*_~!?,.:;)\]])/i

/** An escape, the middle of a link, a tag, an entity, a mention. */
const together =
  /\\(?=[!-/:-@[-`{-~]|\s*$)|\](?=[(:]|$)|<(?=[a-z/!?]|$)|&(?=#?\w+;)|(?<![a-z0-9])@(?=[\p{L}\p{N}_])/giu

const inWords = (text: string, marks: Marks): string =>
  text
    .replace(together, `$&${joiner}`)
    .replace(mark, (one) => (marks.has(one) ? (lookAlikes[one] ?? one) : one))

const inAddress = (text: string, marks: Marks): string =>
  text
    .replace(/\](?=[(:])/g, '%5D')
    .replace(/(?<=&#?\w+);/g, '%3B')
    .replace(mark, (one) => (marks.has(one) ? (encoded[one] ?? one) : one))

/** What people typed, line breaks as `\n`, without what cannot be seen or sent. */
export const typed = (text: string): string =>
  readable(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')

/** Literal text inside a line of markdown: shown as it was typed, or as good as. */
export const literal = (text: string, marks: Marks): string =>
  text
    .split(address)
    .map((part, i) => (i % 2 ? inAddress(part, marks) : inWords(part, marks)))
    .join('')

/** Headings, quotes, lists, rules, tables, code: what a line becomes by its beginning. */
const opening = /^(?:\s|[#>|=]|:-|[-+*](?:[\s-]|$)|\d{1,9}[.)](?!\d))/

/** Literal text at the beginning of a line. */
export const lineStart = (text: string): string => (opening.test(text) ? joiner + text : text)

/** Literal text at the end of a heading, where number signs would vanish. */
export const headingEnd = (text: string): string => (/#\s*$/.test(text) ? text.trimEnd() + joiner : text)

/** In one line, for places that know no markup. */
export const inOneLine = (text: string): string => typed(text).replace(/\s+/g, ' ').trim()

export const byteLength = (text: string): number => Buffer.byteLength(text)
