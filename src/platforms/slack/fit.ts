/** Draws as much of a card as Slack takes: first closer together, then shorter lists, shorter texts, fewer blocks. */
import { type Block, buttonsOf, type Card, text } from '../../kit/card.js'
import { largest } from '../../kit/fit.js'
import { plainText, spans, type Text } from '../../kit/text.js'
import { cardBlocks } from './blocks/index.js'
import { textSize } from './blocks/join.js'
import type { Pen, Setting, SlackBlock } from './blocks/pen.js'
import { limits } from './limits.js'

/** Lists and texts are not cut below this as long as something else can give. */
const fewLines = 5
const shortText = 60

/** Whether Slack takes the blocks as one message or view; each block for itself is drawn within its limits. */
export const fits = (blocks: readonly SlackBlock[], surface: Setting['surface']): boolean => {
  const size = textSize(blocks)
  const tables = blocks.filter(({ type }) => type === 'table')
  return (
    blocks.length <= limits.blocks[surface] &&
    size <= limits.allTexts &&
    (surface === 'home' || size + blocks.length * limits.perBlock <= limits.allWeight) &&
    textSize(tables) <= limits.table.text
  )
}

/** A mention takes little, however long the name. */
const shownSize = (words: Text): number =>
  plainText(spans(words).filter((span) => typeof span === 'string' || !('mention' in span))).length

/** The least that one line of a block takes, as a cut one keeps that much; a line with buttons takes a block. */
const lineSize = (block: Block, line: number, surface: Setting['surface']): number => {
  const least = (words: Text) => Math.min(shownSize(words), 500) + 1
  const row = block.kind === 'table' ? block.rows[line] : undefined
  if (row) return least(row.flatMap(spans))
  const item = block.kind === 'list' ? block.items[line] : undefined
  if (!item) return block.kind === 'chart' && line < block.labels.length ? 1 : 0
  return least(item.text) + (item.buttons.length > 0 ? limits.allTexts / limits.blocks[surface] : 0)
}

/** How many lines each list may have at most, before anything is drawn: nobody should draw all of ten thousand. */
const mostLines = ({ blocks }: Card, surface: Setting['surface']): number => {
  let room: number = limits.allTexts
  for (let line = 0; ; line++) {
    const size = blocks.reduce((sum, block) => sum + lineSize(block, line, surface), 0)
    room -= size
    if (size === 0 || room < 0) return line
  }
}

const isActions = (block: Block) => block.kind === 'actions'

/** The first `count` blocks and all rows of buttons: the person must still be able to decide. */
const first = (card: Card, count: number, { t }: Pen): Card => {
  const others = card.blocks.filter((block) => !isActions(block))
  const kept = new Set<Block>(others.slice(0, count))
  const hidden = others.length - kept.size
  const blocks = card.blocks.filter((block) => kept.has(block) || isActions(block))
  return { ...card, blocks: hidden > 0 ? [...blocks, text(t('slack.more', { count: hidden }))] : blocks }
}

/** Nothing but the first `count` buttons. */
const buttonsOnly = (card: Card, count: number, { t }: Pen): Card => {
  const all = buttonsOf({ ...card, blocks: card.blocks.filter(isActions) })
  const more = text(t('slack.more', { count: card.blocks.length }))
  return { ...card, blocks: [{ kind: 'actions', buttons: all.slice(0, count) }, more] }
}

/** The card's blocks within all limits. Its own buttons stay as long as anything else can go. */
export const fitted = (card: Card, setting: Setting): SlackBlock[] => {
  const { surface } = setting
  const lines = Math.max(fewLines, Math.min(limits.lines, mostLines(card, surface)))
  const whole: Pen = { ...setting, lines, size: limits.allTexts }
  const few = { ...whole, lines: fewLines }
  const short = { ...few, size: shortText }
  const most = (least: number, top: number, draw: (n: number) => SlackBlock[]) =>
    largest(least, top, draw, (blocks) => fits(blocks, surface))
  return (
    most(0, 0, () => cardBlocks(card, whole, false)) ??
    most(0, 0, () => cardBlocks(card, whole, true)) ??
    most(fewLines, lines, (n) => cardBlocks(card, { ...whole, lines: n }, false)) ??
    most(fewLines, lines, (n) => cardBlocks(card, { ...whole, lines: n }, true)) ??
    most(shortText, limits.allTexts, (n) => cardBlocks(card, { ...few, size: n }, true)) ??
    most(0, card.blocks.length, (n) => cardBlocks(first(card, n, short), short, true)) ??
    most(0, limits.blocks[surface] * limits.actions, (n) =>
      cardBlocks(buttonsOnly(card, n, short), short, true),
    ) ??
    []
  )
}
