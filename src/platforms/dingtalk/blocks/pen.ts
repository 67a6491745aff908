/** What drawing a block needs to know, and the lines that come of it. */
import type { Button, Chart } from '../../../kit/card.js'
import type { Translate } from '../../../kit/translate.js'

/** Part of a line: literal text, bold text, somebody to be notified, or an uploaded picture. */
export type Piece =
  | string
  | { bold: string }
  | { at: string; name: string }
  | { image: string; title: string }

export interface Line {
  as?: 'heading' | 'quote'
  pieces: Piece[]
}

/** For whom a card is drawn, and how much of it. */
export interface Pen {
  t: Translate
  /** DingTalk's user id behind one of our person ids; null when they are not on DingTalk. */
  userOf(person: string): string | null
  /** Media ids of pictures of charts. */
  pictures: ReadonlyMap<Chart, string>
  /** Buttons are shown or printed: what they belong to has a number. */
  numbers: boolean
  /** Lines of one list, rows of one table. */
  lines: number
  /** Code units of one text. */
  size: number
}

/** A button with the number of the line to which it belongs. */
export interface Labelled {
  button: Button
  label: string
  /** It decides about the card as a whole. */
  own: boolean
}

/** Lines that stand close together are one paragraph. */
export interface Drawing {
  paragraphs: Line[][]
  buttons: Labelled[]
}
