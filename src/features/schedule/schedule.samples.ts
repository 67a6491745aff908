/** Examples of what comes next. */
import type { Sample } from '../../kit/feature.js'
import { type NextRun, nextCard } from './schedule.cards.js'

const campaign = { id: 1, name: '618年中狂欢·全场满300减50' }
const runs: readonly NextRun[] = [
  { at: new Date('2024-05-13T09:30:00+08:00'), schedule: 'task.due', campaign },
  { at: new Date('2024-05-13T10:00:00+08:00'), schedule: 'standup.digest', campaign },
]

export const samples: readonly Sample[] = [
  { name: 'schedule.next', draw: nextCard(runs) },
  { name: 'schedule.nothing', draw: nextCard([]) },
]
