/** The place of each button in its card, counted as the server counts, so that the right one is pressed. */
import type { Block, BlockKind, Button, Card } from '../../../kit/card.js'

const none = () => []

/** Mirrors `buttonsOf` of the kit; a block kind that is missing here does not compile. */
const buttons: { [K in BlockKind]: (block: Extract<Block, { kind: K }>) => Button[] } = {
  text: none,
  note: none,
  fields: none,
  table: none,
  progress: none,
  chart: none,
  file: none,
  list: (block) => block.items.flatMap((item) => item.buttons),
  actions: (block) => block.buttons,
}

const buttonsIn = (block: Block) => (buttons[block.kind] as (block: Block) => Button[])(block)

export const numbered = (card: Card): Map<Button, number> =>
  new Map(card.blocks.flatMap(buttonsIn).map((button, index) => [button, index]))
