/** Titles, texts, notes and what says that there is more. */
import type { types } from '@slack/bolt'
import type { Card, File, Note, TextBlock, Tone } from '../../../kit/card.js'
import { cutTo } from '../../../kit/cut.js'
import { plainText, type Text } from '../../../kit/text.js'
import { splitText } from '../cut.js'
import { limits } from '../limits.js'
import { literal, paragraphs, plainObject, richText, settled, textObject } from './objects.js'
import type { Pen, SlackBlock } from './pen.js'

/** Never the only carrier: what is good or bad stands in the words as well. */
const marks: Record<Tone, string> = { plain: '', good: '✅ ', warn: '⚠️ ', bad: '🔴 ' }

/** Title and mark of a card; a title too long for a header stands above the card in bold. */
export const titleBlocks = ({ title, tone }: Pick<Card, 'title' | 'tone'>, pen: Pen): SlackBlock[] => {
  if (title.trim() === '') return []
  const text = plainObject(`${marks[tone]}${title}`)
  if (text.text.length <= limits.header) return [{ type: 'header', text }]
  const bold = { bold: `${marks[tone]}${cutTo(title, Math.max(pen.size, limits.header))}` }
  return paragraphs([bold])
}

const isEmpty = (text: Text) => plainText(text) === ''

export const textBlocks = ({ text }: TextBlock, pen: Pen): SlackBlock[] =>
  isEmpty(text) ? [] : paragraphs(settled(text, pen, limits.allTexts))

/** Small print; a note that could be misread there stands as large as a text. */
export const noteBlocks = ({ text }: Note, pen: Pen): SlackBlock[] => {
  if (isEmpty(text)) return []
  const words = settled(text, pen, limits.allTexts / 2)
  const parts = splitText(words, limits.context.text / 2)
  const elements = parts.map((part) => textObject(part, limits.context.text))
  const fits = elements.every((one) => one !== null) && elements.length <= limits.context.elements
  return fits ? [{ type: 'context', elements: elements as types.TextObject[] }] : paragraphs(words)
}

/** Where it was sent: the file itself comes with the message. */
export const fileBlocks = ({ name }: File, pen: Pen): SlackBlock[] =>
  textBlocks({ kind: 'text', text: `📎 ${name}` }, pen)

/** The last line of what was cut. */
export const moreBlocks = (count: number, { t }: Pick<Pen, 't'>): types.RichTextBlock[] => {
  if (count === 0) return []
  const elements = literal(plainText(t('slack.more', { count })), { italic: true })
  return [richText({ type: 'rich_text_section', elements })]
}
