/** An example for the gallery and the contract suite. */
import type { Sample } from '../../kit/feature.js'
import { checklistCard } from './compliance.cards.js'
import { usualChecks } from './compliance.js'

const open = { doneAt: null, doneById: null, note: null }
const done = { doneAt: new Date('2024-05-20T02:00:00Z'), doneById: 'p1', note: '法务已审 <b> *a* @all' }
const items = [
  ...usualChecks.map((key, i) => ({ number: i + 1, key, text: null, ...(i < 2 ? done : open) })),
  { number: 5, key: null, text: '限时秒杀的平台规则', ...open },
]

export const samples: readonly Sample[] = [
  {
    name: 'compliance.list',
    draw: (t) =>
      checklistCard({
        campaign: { id: 1, name: '618年中狂欢·全场满300减50', zone: 'Asia/Shanghai' },
        items,
        names: new Map([['p1', '王经理']]),
      })(t),
  },
]
