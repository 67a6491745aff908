/** How much is done, as a bar of characters and in figures. */
import { bar } from '../../../kit/bar.js'
import type { Progress } from '../../../kit/card.js'
import { limits } from '../limits.js'
import { richText, section, settled } from './objects.js'
import type { Pen, SlackBlock } from './pen.js'

/** Bars stand first: of several below one another they are compared, and Slack aligns nothing else. */
export const progressBlocks = (block: Progress, pen: Pen): SlackBlock[] => {
  const { label, done, total } = block
  const words = settled(label, pen, limits.section / 2)
  return [richText(section([`${bar(block)} `, { bold: `${done}/${total}` }, ' ', ...words]))]
}
