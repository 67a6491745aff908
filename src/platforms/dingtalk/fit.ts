/** Draws as much of a card as there is room for: first shorter lists, then shorter texts, then fewer blocks. */
import { type Block, type Card, text } from '../../kit/card.js'
import { largest } from '../../kit/fit.js'
import { drawBlocks } from './blocks/index.js'
import type { Drawing, Pen } from './blocks/pen.js'
import { limits } from './limits.js'

/** Lists and texts are not cut below this as long as something else can give. */
const fewLines = 5
const shortText = 60

type Fits = (drawing: Drawing) => boolean

const isActions = (block: Block) => block.kind === 'actions'

/** The first `count` blocks and all that decides about the card. */
const first = ({ blocks }: Card, count: number, { t }: Pen): Pick<Card, 'blocks'> => {
  const others = blocks.filter((block) => !isActions(block))
  const kept = new Set<Block>(others.slice(0, count))
  const shown = blocks.filter((block) => kept.has(block) || isActions(block))
  const hidden = others.length - kept.size
  return { blocks: hidden > 0 ? [...shown, text(t('dingtalk.more', { count: hidden }))] : shown }
}

/** @param size code units of one text before anything has to give */
export const fitted = (card: Card, pen: Omit<Pen, 'lines' | 'size'>, size: number, fits: Fits): Drawing => {
  const whole: Pen = { ...pen, lines: limits.lines, size }
  const few = { ...whole, lines: fewLines }
  const short = { ...few, size: shortText }
  const most = (least: number, top: number, draw: (n: number) => Drawing) => largest(least, top, draw, fits)
  return (
    most(0, 0, () => drawBlocks(card, whole)) ??
    most(fewLines, limits.lines, (lines) => drawBlocks(card, { ...whole, lines })) ??
    most(shortText, size, (n) => drawBlocks(card, { ...few, size: n })) ??
    most(0, card.blocks.length, (n) => drawBlocks(first(card, n, short), short)) ?? {
      paragraphs: [],
      buttons: [],
    }
  )
}
