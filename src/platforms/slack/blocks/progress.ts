/** How much is done, as a bar of characters and in figures. */
import type { Progress } from '../../../kit/card.js'
import { limits } from '../limits.js'
import { richText, section, settled } from './objects.js'
import type { Pen, SlackBlock } from './pen.js'

const cells = 10

/** Bars stand first: of several below one another they are compared, and Slack aligns nothing else. */
export const progressBlocks = ({ label, done, total }: Progress, pen: Pen): SlackBlock[] => {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  // Only what is begun and what is finished may look so.
  const rounded = share < 1 ? Math.floor(share * cells) : cells
  const full = share > 0 ? Math.max(1, rounded) : 0
  const bar = '▓'.repeat(full) + '░'.repeat(cells - full)
  const words = settled(label, pen, limits.section / 2)
  return [richText(section([`${bar} `, { bold: `${done}/${total}` }, ' ', ...words]))]
}
