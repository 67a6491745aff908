/** Lists: lines without buttons share one rich text, a line with one button has it at its side. */
import type { types } from '@slack/bolt'
import type { Button, List } from '../../../kit/card.js'
import { plainText, type Span } from '../../../kit/text.js'
import { limits } from '../limits.js'
import { buttonRows, drawnButton } from './buttons.js'
import { richText, section, settled, textObject } from './objects.js'
import type { Pen, SlackBlock } from './pen.js'
import { moreBlocks } from './words.js'

/** A line may double when it is escaped. */
const longest = limits.section / 2

interface Line {
  text: Span[]
  /** Its place in a list that ticks things off, where a bullet would be one mark too many. */
  ticked: boolean
  buttons: Button[]
}

const lineOf = ({ text, done, buttons }: List['items'][number], pen: Pen): Line => {
  const mark = done === undefined ? [] : [done ? '✓ ' : '○ ']
  return { text: [...mark, ...settled(text, pen, longest)], ticked: done !== undefined, buttons }
}

const withButtons = ({ text, buttons }: Line): SlackBlock[] => {
  const about = plainText(text).replace(/^[✓○] /, '')
  const [only, ...others] = buttons
  const object = textObject(text, limits.section)
  if (only && others.length === 0 && object) {
    return [{ type: 'section', text: object, accessory: drawnButton(only, about) }]
  }
  return [richText(section(text)), ...buttonRows(buttons, about)]
}

/** Lines one below the other: with bullets, or with the marks they begin with. */
export const linesBlock = (lines: readonly Span[][], ticked = false): types.RichTextBlock =>
  ticked
    ? richText(section(lines.flatMap((line, i) => (i === 0 ? line : ['\n', ...line]))))
    : richText({ type: 'rich_text_list', style: 'bullet', elements: lines.map(section) })

const sizeOf = (lines: readonly Line[]) =>
  lines.reduce((sum, { text }) => sum + plainText(text).length + 1, 0)

/** Neighbours that can share a block. */
const runs = (lines: readonly Line[]): Line[][] =>
  lines.reduce<Line[][]>((all, line) => {
    const last = all.at(-1)
    const bare = line.buttons.length === 0 && last?.[0]?.buttons.length === 0
    if (last && bare && last[0]?.ticked === line.ticked && sizeOf([...last, line]) <= limits.richText) {
      last.push(line)
    } else all.push([line])
    return all
  }, [])

const runBlocks = (run: Line[]): SlackBlock[] => {
  const [first] = run
  if (!first) return []
  if (first.buttons.length > 0) return withButtons(first)
  return [
    linesBlock(
      run.map(({ text }) => text),
      first.ticked,
    ),
  ]
}

export const listBlocks = ({ items }: List, pen: Pen): SlackBlock[] => {
  const shown = items.slice(0, pen.lines).map((item) => lineOf(item, pen))
  return [...runs(shown).flatMap(runBlocks), ...moreBlocks(items.length - shown.length, pen)]
}

/** Lines that are nothing but settled text, such as the rows of a table. */
export const bareList = (count: number, line: (i: number) => Span[], pen: Pen): SlackBlock[] => {
  const shown = Array.from({ length: Math.min(count, pen.lines) }, (_, i) => ({ text: line(i), buttons: [] }))
  const lines = listBlocks({ kind: 'list', items: shown }, { ...pen, userOf: (id) => id })
  return [...lines, ...moreBlocks(count - shown.length, pen)]
}
