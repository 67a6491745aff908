/** Joins neighbours that Slack shows as well in one block: there may be only fifty. */
import type { types } from '@slack/bolt'
import { limits } from '../limits.js'
import type { SlackBlock } from './pen.js'

/** All strings that are read, as Slack may count them. */
export const textSize = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textSize(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, one]) => sum + (unread.has(key) ? 0 : textSize(one)), 0)
}
const unread = new Set(['type', 'value', 'action_id', 'style', 'align', 'slack_file'])

const joinedElements = (
  above: types.RichTextBlockElement[],
  below: types.RichTextBlockElement[],
): types.RichTextBlockElement[] => {
  const [last, first] = [above.at(-1), below[0]]
  if (last?.type !== 'rich_text_section' || first?.type !== 'rich_text_section') return [...above, ...below]
  const section: types.RichTextSection = {
    type: 'rich_text_section',
    elements: [...last.elements, { type: 'text', text: '\n' }, ...first.elements],
  }
  return [...above.slice(0, -1), section, ...below.slice(1)]
}

const joined = (above: SlackBlock | undefined, below: SlackBlock | undefined): SlackBlock | null => {
  if (above?.type === 'rich_text' && below?.type === 'rich_text') {
    const elements = joinedElements(above.elements, below.elements)
    return textSize(elements) <= limits.richText ? { ...above, elements } : null
  }
  if (above?.type === 'actions' && below?.type === 'actions') {
    const elements = [...above.elements, ...below.elements]
    return elements.length <= limits.actions ? { ...above, elements } : null
  }
  if (above?.type !== 'context' || below?.type !== 'context') return null
  const elements = [...above.elements, ...below.elements]
  return elements.length <= limits.context.elements ? { ...above, elements } : null
}

/** `below` put under `above`, in as few blocks as possible. */
export const joinBlocks = (above: readonly SlackBlock[], below: readonly SlackBlock[]): SlackBlock[] => {
  const all = [...above]
  for (const block of below) {
    const both = joined(all.at(-1), block)
    if (both) all[all.length - 1] = both
    else all.push(block)
  }
  return all
}
