/** A card as plain text: the fallback for notifications, screen readers and programs. */
import type { Block, BlockKind, Card } from './card.js'
import { plainText } from './text.js'

type Draw = { [K in BlockKind]: (block: Extract<Block, { kind: K }>) => string[] }

const draw: Draw = {
  text: (block) => [plainText(block.text)],
  note: (block) => [plainText(block.text)],
  fields: (block) => block.items.map((item) => `${item.name}: ${plainText(item.value)}`),
  list: (block) => block.items.map((item) => `${item.done ? '✓' : '•'} ${plainText(item.text)}`),
  table: (block) => [block.columns.join(' | '), ...block.rows.map((row) => row.map(plainText).join(' | '))],
  progress: (block) => [`${block.label}: ${block.done}/${block.total}`],
  chart: (block) => [
    block.title,
    ...block.labels.map((label, i) => {
      const values = block.series.map(({ name, values }) => `${name} ${values[i] ?? '–'}${block.unit}`)
      return `${label}: ${values.join(', ')}`
    }),
  ],
  file: (block) => [`📎 ${block.name}`],
  actions: () => [],
}

/** Title and blocks, one line each; buttons are left out. */
export const plainCard = (card: Card): string =>
  [card.title, ...card.blocks.flatMap((block) => (draw[block.kind] as (b: Block) => string[])(block))]
    .filter((line) => line !== '')
    .join('\n')
