/** Every kind of block as Block Kit; a kind that is missing in the table does not compile. */
import type { types } from '@slack/bolt'
import type { Block, BlockKind, Card } from '../../../kit/card.js'
import { limits } from '../limits.js'
import { actionBlocks } from './buttons.js'
import { chartBlocks } from './chart.js'
import { fieldBlocks } from './fields.js'
import { joinBlocks, textSize } from './join.js'
import { listBlocks } from './list.js'
import { nothing, paragraphs } from './objects.js'
import type { Pen, SlackBlock } from './pen.js'
import { progressBlocks } from './progress.js'
import { tableBlocks } from './table.js'
import { fileBlocks, noteBlocks, textBlocks, titleBlocks } from './words.js'

type Draw = { [K in BlockKind]: (block: Extract<Block, { kind: K }>, pen: Pen, nth: number) => SlackBlock[] }

const draw: Draw = {
  text: textBlocks,
  note: noteBlocks,
  fields: fieldBlocks,
  list: listBlocks,
  table: tableBlocks,
  progress: progressBlocks,
  chart: chartBlocks,
  file: fileBlocks,
  actions: actionBlocks,
}

const drawBlock = (block: Block, pen: Pen, nth: number): SlackBlock[] =>
  (draw[block.kind] as (block: Block, pen: Pen, nth: number) => SlackBlock[])(block, pen, nth)

/** A heading belongs to its list, bars to one another: without the space that Slack puts between blocks. */
const belongs = (above: Block | undefined, below: Block): boolean =>
  (above?.kind === 'text' && below.kind === 'list' && below.items[0]?.buttons.length === 0) ||
  (above?.kind === 'progress' && below.kind === 'progress')

const isButton = (element: { type: string }): element is types.Button => element.type === 'button'

const numbered = (blocks: readonly SlackBlock[]): SlackBlock[] => {
  let last = -1
  const named = (button: types.Button): types.Button => {
    last += 1
    return { ...button, action_id: `a${last}` }
  }
  return blocks.map((block) => {
    if (block.type === 'actions') return { ...block, elements: block.elements.filter(isButton).map(named) }
    if (block.type !== 'section' || !block.accessory || !isButton(block.accessory)) return block
    return { ...block, accessory: named(block.accessory) }
  })
}

/** More than Slack takes, whatever follows. */
const tooMuch = (blocks: readonly SlackBlock[], size: number, { surface }: Pen): boolean =>
  blocks.length > limits.blocks[surface] || size > limits.allTexts

/** The whole card, or as much as shows that it is too much. `tight`: in as few blocks as possible. */
export const cardBlocks = (card: Card, pen: Pen, tight: boolean): SlackBlock[] => {
  const seen = new Map<BlockKind, number>()
  let blocks = titleBlocks(card, pen)
  let size = textSize(blocks)
  for (const [i, block] of card.blocks.entries()) {
    const nth = seen.get(block.kind) ?? 0
    seen.set(block.kind, nth + 1)
    const drawn = drawBlock(block, pen, nth)
    const close = tight ? drawn.length : Number(belongs(card.blocks[i - 1], block))
    blocks = [...joinBlocks(blocks, drawn.slice(0, close)), ...drawn.slice(close)]
    size += textSize(drawn)
    if (tooMuch(blocks, size, pen)) return blocks
  }
  return numbered(blocks.length > 0 ? blocks : paragraphs([nothing]))
}
