/** Named values: short ones in two columns, long ones and those that mrkdwn would misread one below the other. */
import type { types } from '@slack/bolt'
import type { Fields } from '../../../kit/card.js'
import { plainText, type Span } from '../../../kit/text.js'
import { limits } from '../limits.js'
import { mrkdwnObject, paragraphs, settled } from './objects.js'
import type { Pen, SlackBlock } from './pen.js'

/** A longer value would be a narrow column of many lines. */
const longest = 120

interface Named {
  name: string
  value: Span[]
}

const beside = ({ name, value }: Named): types.MrkdwnElement | null => {
  if (name.trim() === '' || name.length + plainText(value).length > longest) return null
  const object = mrkdwnObject([{ bold: name }])
  const words = mrkdwnObject(value)
  return object && words && { ...object, text: `${object.text}\n${words.text}` }
}

const below = (items: readonly Named[]): SlackBlock[] =>
  paragraphs(items.flatMap(({ name, value }, i) => [i === 0 ? '' : '\n', { bold: `${name}: ` }, ...value]))

/** Shared out evenly: six and six rather than ten and two. */
const columns = (fields: readonly types.MrkdwnElement[]): SlackBlock[] => {
  const sections = Math.ceil(fields.length / limits.fields.count)
  const size = 2 * Math.ceil(fields.length / sections / 2)
  return Array.from({ length: sections }, (_, i) => ({
    type: 'section',
    fields: fields.slice(i * size, (i + 1) * size),
  }))
}

export const fieldBlocks = ({ items }: Fields, pen: Pen): SlackBlock[] => {
  const named = items.map(({ name, value }) => ({ name, value: settled(value, pen, limits.allTexts) }))
  const fields = named.map(beside)
  return fields.every((field) => field !== null) ? columns(fields) : below(named)
}
