/** Titles, texts, notes, progress, and what says that there is more. */
import { bar } from '../../../kit/bar.js'
import type { Card, File, Note, Progress, TextBlock, Tone } from '../../../kit/card.js'
import { cutTo } from '../../../kit/cut.js'
import { plainText, type Text } from '../../../kit/text.js'
import { cutText } from '../cut.js'
import { limits } from '../limits.js'
import { inOneLine, typed } from '../text.js'
import type { Line, Pen, Piece } from './pen.js'

/** Stands where there is nothing. */
export const nothing = '–'

/** Never the only carrier: what is good or bad stands in the words as well. */
const marks: Record<Tone, string> = { plain: '', good: '✅ ', warn: '⚠️ ', bad: '🔴 ' }

/** The title in one line, with the mark of its tone; empty when there is no title. */
export const titleOf = ({ title, tone }: Pick<Card, 'title' | 'tone'>): string => {
  const words = inOneLine(title)
  return words === '' ? '' : `${marks[tone]}${words}`
}

/** Mentions of people on DingTalk, names of everybody else; never empty. Code has no look of its own there. */
export const piecesOf = (text: Text, { userOf, size }: Pick<Pen, 'userOf' | 'size'>): Piece[] => {
  const pieces = cutText(text, size).map((span): Piece => {
    if (typeof span === 'string') return span
    if ('bold' in span) return { bold: span.bold }
    if ('code' in span) return span.code
    const [user, name] = [userOf(span.mention), cutTo(inOneLine(span.name), limits.name)]
    return user ? { at: user, name } : `@${name}`
  })
  return plainText(text).trim() === '' ? [nothing] : pieces
}

/** Pieces as bold as they can be. */
export const bolder = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => (typeof piece === 'string' ? { bold: piece } : piece))

const wordsOf = (piece: Piece): string | null => {
  if (typeof piece === 'string') return typed(piece)
  return 'bold' in piece ? typed(piece.bold) : null
}

/** Lines as people typed them; empty ones are left out. */
export const linesOf = (pieces: readonly Piece[], as?: Line['as']): Line[] => {
  const lines: Line[] = [{ pieces: [] }]
  for (const piece of pieces) {
    for (const [i, words] of (wordsOf(piece)?.split('\n') ?? [null]).entries()) {
      if (i > 0) lines.push({ pieces: [] })
      const part = typeof piece === 'string' ? (words ?? '') : words === null ? piece : { bold: words }
      lines.at(-1)?.pieces.push(part)
    }
  }
  const full = lines.filter(({ pieces }) => pieces.some((piece) => wordsOf(piece)?.trim() !== ''))
  return as ? full.map((line) => ({ ...line, as })) : full
}

const isEmpty = (text: Text): boolean => plainText(text).trim() === ''

export const textLines = ({ text }: TextBlock, pen: Pen): Line[] =>
  isEmpty(text) ? [] : linesOf(piecesOf(text, pen))

/** Small print stands back as a quote. */
export const noteLines = ({ text }: Note, pen: Pen): Line[] =>
  isEmpty(text) ? [] : linesOf(piecesOf(text, pen), 'quote')

/** Bars stand first: of several below one another they are compared. */
export const progressLines = (block: Progress, pen: Pen): Line[] => {
  const { label, done, total } = block
  return linesOf([`${bar(block)} `, { bold: `${done}/${total}` }, ' ', ...piecesOf(label, pen)])
}

/** The file itself comes as a message of its own. */
export const fileLines = ({ name }: File, pen: Pen): Line[] =>
  textLines({ kind: 'text', text: `📎 ${name}` }, pen)

/** The last line of what was cut. */
export const moreLines = (count: number, { t }: Pick<Pen, 't'>): Line[] =>
  count > 0 ? [{ pieces: [plainText(t('dingtalk.more', { count }))] }] : []
