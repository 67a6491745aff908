/** Lines as DingTalk's markdown. */
import { headingEnd, inOneLine, lineStart, literal, type Marks, pairedMarks } from '../text.js'
import type { Line, Piece } from './pen.js'

/** How somebody is mentioned: a card says the name, an answer the user id that DingTalk turns into the name. */
export type Mentioning = 'name' | 'id'

interface Part {
  text: string
  kind: 'words' | 'bold' | 'id'
}

const words = (piece: Piece): string => {
  if (typeof piece === 'string') return piece
  if ('bold' in piece) return piece.bold
  return 'at' in piece ? piece.name : piece.title
}

/** Neighbours that are plain are one: what people typed must not become a link across the border of two texts. */
const merged = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece
    else if (piece !== '') all.push(piece)
    return all
  }, [])

// Beside our own signs even a single star of theirs would count.
const withStars = (marks: Marks): Marks => new Set([...marks, '*'])

/** Formats begin and end at words only: blanks at the ends move out. */
const boldParts = (text: string, marks: Marks): Part[] => {
  const inner = text.trim()
  if (inner === '') return [{ text, kind: 'words' }]
  const at = text.indexOf(inner)
  return [
    { text: text.slice(0, at), kind: 'words' },
    { text: `**${literal(inner, withStars(marks))}**`, kind: 'bold' },
    { text: text.slice(at + inner.length), kind: 'words' },
  ]
}

const brackets: Readonly<Record<string, string>> = { '[': '［', ']': '］' }

const partsOf = (piece: Piece, marks: Marks, by: Mentioning): Part[] => {
  if (typeof piece === 'string') return [{ text: literal(piece, marks), kind: 'words' }]
  if ('bold' in piece) return boldParts(piece.bold, marks)
  if ('at' in piece) {
    const text = by === 'id' ? `@${piece.at}` : `@${literal(piece.name, marks)}`
    return [{ text, kind: by === 'id' ? 'id' : 'words' }]
  }
  const title = literal(inOneLine(piece.title), marks).replace(/[[\]]/g, (one) => brackets[one] ?? one)
  return [{ text: `![${title}](${piece.image})`, kind: 'words' }]
}

/** Markdown takes `**` for a sign only where a word begins or ends: beside punctuation inside, it needs a gap outside. */
const apart = (left: Part, right: Part): boolean => {
  if (left.kind === 'bold' && right.kind === 'bold') return true
  if (left.kind === 'id') return !/^\s/.test(right.text)
  if (right.kind === 'id') return !/\s$/.test(left.text)
  if (left.kind === 'bold') return /[\p{P}\p{S}]\*\*$/u.test(left.text) && !/^[\s\p{P}]/u.test(right.text)
  return right.kind === 'bold' && /^\*\*[\p{P}\p{S}]/u.test(right.text) && !/[\s\p{P}]$/u.test(left.text)
}

const lineText = ({ as, pieces }: Line, marks: Marks, by: Mentioning): string => {
  const parts = merged(pieces)
    .flatMap((piece) => partsOf(piece, marks, by))
    .filter(({ text }) => text !== '')
  const [first] = parts
  if (first?.kind === 'words') first.text = lineStart(first.text)
  const text = parts.reduce(
    (line, part, i) => `${line}${i > 0 && apart(parts[i - 1] ?? part, part) ? ' ' : ''}${part.text}`,
    '',
  )
  if (as === 'heading') return `### ${headingEnd(text)}`
  return as === 'quote' ? `> ${text}` : text
}

/** Each line as markdown. Marks count in all of them: they are read together. */
export const writtenLines = (paragraphs: readonly Line[][], by: Mentioning): string[][] => {
  const marks = pairedMarks(paragraphs.flat().flatMap(({ pieces }) => merged(pieces).map(words)))
  return paragraphs.map((lines) => lines.map((line) => lineText(line, marks, by)))
}

/** At least so many bytes, known without writing: nobody should write all of a thousand pages. */
export const leastSize = (paragraphs: readonly Line[][]): number =>
  paragraphs.flat().reduce((sum, { pieces }) => pieces.reduce((all, one) => all + words(one).length, sum), 0)

/** DingTalk breaks a line where two blanks stand before and after. */
export const lineBreak = '  \n  '
export const paragraphBreak = '\n\n'

export const markdownOf = (paragraphs: readonly Line[][], by: Mentioning = 'name'): string =>
  writtenLines(paragraphs, by)
    .map((lines) => lines.join(lineBreak))
    .join(paragraphBreak)

/** Who is mentioned: user id → name. */
export const mentionsIn = (paragraphs: readonly Line[][]): Record<string, string> =>
  Object.fromEntries(
    paragraphs
      .flat()
      .flatMap(({ pieces }) => pieces)
      .flatMap((piece) => (typeof piece === 'object' && 'at' in piece ? [[piece.at, piece.name]] : [])),
  )
