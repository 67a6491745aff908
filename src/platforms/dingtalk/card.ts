/** A neutral card as the data of a DingTalk card: one text of markdown and a row of buttons. */
import type { Action, Card, Chart } from '../../kit/card.js'
import { cutTo } from '../../kit/cut.js'
import { largest } from '../../kit/fit.js'
import { plainCard } from '../../kit/plain.js'
import { plainText } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { chosen, commandLines } from './blocks/commands.js'
import type { Drawing, Labelled, Line } from './blocks/pen.js'
import { nothing, titleOf } from './blocks/words.js'
import { leastSize, markdownOf, mentionsIn } from './blocks/write.js'
import { tokenOf } from './buttons.js'
import { cutToBytes, cutToWidth } from './cut.js'
import { fitted } from './fit.js'
import { limits } from './limits.js'
import { dataOf, type Layout, type Shown } from './template.js'
import { byteLength, inOneLine, typed } from './text.js'

export interface Setting {
  t: Translate
  /** DingTalk's user id behind one of our person ids; null when they are not on DingTalk. */
  userOf(person: string): string | null
  /** The typed command a button stands for. */
  line(action: Action): string
  /** Media ids of pictures of charts. */
  pictures: ReadonlyMap<Chart, string>
  /** The template the card is drawn for. */
  layout: Layout
}

export interface Drawn {
  /** cardParamMap: strings only. */
  data: Record<string, string>
  /** One line for the list of conversations and notifications. */
  summary: string
  /** What the buttons stand for, by the hash in their token: whoever sends the card keeps them. */
  actions: [hash: string, action: Action][]
  /** People mentioned: user id → name, for atUserIds. */
  mentions: Record<string, string>
}

const sizeOf = (paragraphs: readonly Line[][]): number => byteLength(markdownOf(paragraphs))

const withCommands = ({ paragraphs }: Drawing, commands: Line[]): Line[][] =>
  commands.length > 0 ? [...paragraphs, commands] : paragraphs

/** What is drawn keeps a third of the room, at most, for the commands of buttons that found no place. */
const fits = (drawing: Drawing, setting: Setting): boolean => {
  if (leastSize(drawing.paragraphs) > limits.markdown) return false
  const size = sizeOf(drawing.paragraphs)
  if (size > limits.markdown) return false
  const more = sizeOf(withCommands(drawing, commandLines(chosen(drawing.buttons).others, setting))) - size
  return size + Math.min(more, limits.markdown / 3) <= limits.markdown
}

const withMostCommands = (drawing: Drawing, others: readonly Labelled[], setting: Setting): Line[][] => {
  const withSome = (count: number) => withCommands(drawing, commandLines(others, setting, count))
  const most = Math.min(others.length, limits.commands.count)
  return largest(0, most, withSome, (paragraphs) => sizeOf(paragraphs) <= limits.markdown) ?? withSome(0)
}

const shownAs = ({ button, label }: Labelled): Shown => ({
  label: cutToWidth(inOneLine(label), limits.buttons.label, limits.buttons.labelBytes) || nothing,
  look: button.look,
  token: tokenOf(button).token,
})

/** Buttons that do the same are still two: each has an id of its own. */
const toldApart = (shown: readonly Shown[]): Shown[] =>
  shown.map((one, i) => {
    const before = shown.slice(0, i).filter(({ token }) => token === one.token).length
    return before === 0 ? one : { ...one, token: `${one.token}.${before + 1}` }
  })

const actionsOf = (shown: readonly Labelled[]): Drawn['actions'] => {
  const byHash = new Map(
    shown.map(({ button: { command, args } }) => [tokenOf({ command, args }).hash, { command, args }]),
  )
  return [...byHash]
}

const summaryOf = (card: Card): string => {
  const line = titleOf(card) || inOneLine(plainCard(card).trim().split('\n')[0] ?? '')
  return cutTo(line, limits.summary) || nothing
}

/** Draws a card within all limits, whatever comes in. Never throws. */
export const drawCard = (card: Card, setting: Setting): Drawn => {
  const pen = { ...setting, numbers: true }
  const drawing = fitted(card, pen, limits.size.card, (one) => fits(one, setting))
  const { shown, others } = chosen(drawing.buttons)
  const paragraphs = withMostCommands(drawing, others, setting)
  const title = cutTo(titleOf(card), limits.title)
  const markdown = markdownOf(paragraphs) || (title === '' ? nothing : '')
  return {
    data: dataOf(setting.layout, { title, markdown, tips: '' }, toldApart(shown.map(shownAs))),
    summary: summaryOf(card),
    actions: actionsOf(shown),
    mentions: mentionsIn(paragraphs),
  }
}

/** The card with a line that only the presser sees. */
export const withTips = (drawn: Drawn, tips: string): Drawn => ({
  ...drawn,
  data: { ...drawn.data, tips: cutToBytes(typed(tips).trim(), limits.tips) },
})

/** Texts of which a card has room for a part only; lists that are cut say so themselves. */
export const isCut = (card: Card): boolean => {
  const texts = card.blocks.flatMap((block) => {
    if (block.kind === 'text' || block.kind === 'note') return [plainText(block.text)]
    return block.kind === 'fields' ? block.items.map(({ value }) => plainText(value)) : []
  })
  const sizes = texts.map(byteLength)
  const longest = Math.max(0, ...sizes)
  return longest > limits.text && sizes.reduce((sum, size) => sum + size, 0) > limits.markdown * 0.8
}
