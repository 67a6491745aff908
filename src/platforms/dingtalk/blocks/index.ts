/** Every kind of block as lines of markdown; a kind that is missing in the table does not compile. */
import type { Block, BlockKind, Card } from '../../../kit/card.js'
import { chartLines, fieldLines, isNumbered, listButtons, listLines, tableLines } from './list.js'
import type { Drawing, Line, Pen } from './pen.js'
import { fileLines, noteLines, progressLines, textLines } from './words.js'

/** `first`: the number of the first line, where lines have numbers. */
type Draw = { [K in BlockKind]: (block: Extract<Block, { kind: K }>, pen: Pen, first: number) => Line[] }

const draw: Draw = {
  text: textLines,
  note: noteLines,
  fields: fieldLines,
  list: listLines,
  table: tableLines,
  progress: progressLines,
  chart: chartLines,
  file: fileLines,
  actions: () => [],
}

const drawBlock = (block: Block, pen: Pen, first: number): Line[] =>
  (draw[block.kind] as (block: Block, pen: Pen, first: number) => Line[])(block, pen, first)

/** A heading belongs to its list, bars to one another. */
const belongs = (above: Block | undefined, below: Block): boolean =>
  (above?.kind === 'text' && (below.kind === 'list' || below.kind === 'table')) ||
  (above?.kind === 'progress' && below.kind === 'progress')

const put = (paragraphs: Line[][], lines: Line[], close: boolean): void => {
  const last = paragraphs.at(-1)
  if (close && last) last.push(...lines)
  else if (lines.length > 0) paragraphs.push(lines)
}

/** The blocks of a card; numbers go on from list to list, so that each is there once. */
export const drawBlocks = ({ blocks }: Pick<Card, 'blocks'>, pen: Pen): Drawing => {
  const drawing: Drawing = { paragraphs: [], buttons: [] }
  let next = 1
  for (const [i, block] of blocks.entries()) {
    put(drawing.paragraphs, drawBlock(block, pen, next), belongs(blocks[i - 1], block))
    if (block.kind === 'actions') {
      drawing.buttons.push(...block.buttons.map((button) => ({ button, label: button.label, own: true })))
    }
    if (block.kind === 'list' && isNumbered(block, pen)) {
      drawing.buttons.push(...listButtons(block, pen, next))
      next += Math.min(block.items.length, pen.lines)
    }
  }
  return drawing
}
