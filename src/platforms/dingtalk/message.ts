/** A neutral card as plain messages of markdown, for answers and for where no card can be sent. */
import type { Card } from '../../kit/card.js'
import { cutTo } from '../../kit/cut.js'
import { commandLines } from './blocks/commands.js'
import type { Drawing, Line, Piece } from './blocks/pen.js'
import { nothing, titleOf } from './blocks/words.js'
import { leastSize, lineBreak, mentionsIn, paragraphBreak, writtenLines } from './blocks/write.js'
import type { Setting } from './card.js'
import { piecesOfText } from './cut.js'
import { fitted } from './fit.js'
import { limits } from './limits.js'
import { byteLength } from './text.js'

export interface Words {
  title: string
  /** Each within the byte limit of one message. */
  parts: string[]
  /** Who is notified where the message answers somebody: user id → name. */
  mentions: Record<string, string>
}

type Voice = Pick<Setting, 't' | 'userOf' | 'line' | 'pictures'>

interface How {
  /** Each button's typed command is printed below, where cards cannot be sent. */
  commands: boolean
  /** User id of whom a webhook's answer is addressed to: only there people are notified, by ids in the text. */
  at?: string
}

const sizeOfPiece = (piece: Piece): number => {
  if (typeof piece === 'string') return piece.length
  if ('bold' in piece) return piece.bold.length
  return 'at' in piece ? piece.at.length + piece.name.length : piece.image.length + piece.title.length
}

const pieces = (piece: Piece): Piece[] => {
  const most = limits.message.line
  if (typeof piece === 'string') return piecesOfText(piece, most)
  return 'bold' in piece ? piecesOfText(piece.bold, most).map((bold) => ({ bold })) : [piece]
}

/** A line too long for a message becomes several. */
const broken = (line: Line): Line[] => {
  const lines: Line[] = []
  let room = 0
  for (const piece of line.pieces.flatMap(pieces)) {
    const size = sizeOfPiece(piece)
    if (size > room || lines.length === 0) {
      lines.push({ ...line, pieces: [] })
      room = limits.message.line
    }
    lines.at(-1)?.pieces.push(piece)
    room -= size
  }
  return lines
}

/** As `msgParam` carries it. */
const sizeInJson = (title: string, text: string): number => byteLength(JSON.stringify({ title, text }))

/** Markdown in messages, parted between lines. */
const partsOf = (paragraphs: readonly string[][], title: string): string[] => {
  const parts: string[] = []
  let sizes = 0
  for (const lines of paragraphs) {
    for (const [i, line] of lines.entries()) {
      const gap = i === 0 ? paragraphBreak : lineBreak
      const size = sizeInJson('', gap + line)
      const last = parts.at(-1)
      if (last === undefined || sizes + size > limits.message.bytes) {
        parts.push(line)
        sizes = sizeInJson(title, line)
      } else {
        parts[parts.length - 1] = last + gap + line
        sizes += size
      }
    }
  }
  return parts
}

const allOf = (card: Card, { paragraphs, buttons }: Drawing, voice: Voice, how: How): Line[][] => {
  const title = titleOf(card)
  const heading: Line[] = title === '' ? [] : [{ as: 'heading', pieces: [cutTo(title, limits.title)] }]
  const commands = how.commands ? commandLines(buttons, voice) : []
  const all = [heading, ...paragraphs, commands].map((lines) => lines.flatMap(broken))
  return all.filter((lines) => lines.length > 0)
}

/** Draws a card as one message, or as few; shortened when it were more than anybody reads. Never throws. */
export const drawMessage = (card: Card, voice: Voice, how: How): Words => {
  const title = cutTo(titleOf(card), limits.title) || nothing
  const called = how.at === undefined ? [] : [[`@${how.at} `]]
  const parts = (drawing: Drawing): string[] => {
    const lines = writtenLines(allOf(card, drawing, voice, how), how.at === undefined ? 'name' : 'id')
    return partsOf([...called, ...(lines.length > 0 ? lines : [[nothing]])], title)
  }
  const pen = { ...voice, numbers: how.commands }
  const { bytes, parts: most } = limits.message
  const fits = (one: Drawing): boolean =>
    leastSize(one.paragraphs) <= most * bytes && parts(one).length <= most
  const drawing = fitted(card, pen, limits.size.message, fits)
  const mentions = how.at === undefined ? {} : mentionsIn(allOf(card, drawing, voice, how))
  return {
    title,
    parts: parts(drawing),
    mentions: how.at === undefined ? {} : { [how.at]: how.at, ...mentions },
  }
}
