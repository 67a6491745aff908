/** How much is done, as a bar of characters: for platforms that draw no bars. */
import type { Progress } from './card.js'

const cells = 10

export const bar = ({ done, total }: Pick<Progress, 'done' | 'total'>): string => {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  // Only what is begun and what is finished may look so.
  const rounded = share < 1 ? Math.floor(share * cells) : cells
  const full = share > 0 ? Math.max(1, rounded) : 0
  return '▓'.repeat(full) + '░'.repeat(cells - full)
}
