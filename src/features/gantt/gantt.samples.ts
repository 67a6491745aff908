/** Examples of the card. */
import type { Sample } from '../../kit/feature.js'
import { ganttCard } from './gantt.cards.js'

const campaign = { id: 1, name: '618年中狂欢·全场满300减50' }

export const samples: readonly Sample[] = [
  {
    name: 'gantt.one',
    draw: (t) => ganttCard(t, { ref: 'C-1', campaign, tasks: 12, pages: [1], of: 1, channel: true }),
  },
  {
    name: 'gantt.pages',
    draw: (t) => ganttCard(t, { ref: 'C-1', campaign, tasks: 230, pages: [1, 2, 3], of: 6, channel: false }),
  },
]
