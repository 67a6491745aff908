/** Examples for the gallery and the contract suite. */
import type { Sample } from '../../kit/feature.js'
import { programmeCard, programmesCard } from './programme.cards.js'

const campaign = { status: 'active', stage: 'S4', region: null, launchOn: '2026-06-01', endOn: '2026-06-25' }
const lines = [
  {
    campaign: { ...campaign, id: 1, name: '618年中狂欢 <!channel>' },
    counts: { done: 2, total: 5, late: 1 },
  },
  {
    campaign: { ...campaign, id: 2, name: '618年中狂欢（上海）', region: '上海', status: 'paused' },
    counts: { done: 0, total: 5, late: 0 },
  },
  {
    campaign: { ...campaign, id: 3, name: '年货节', launchOn: '2027-01-05', endOn: '2027-01-20' },
    counts: { done: 0, total: 12, late: 0 },
  },
]

export const samples: readonly Sample[] = [
  {
    name: 'programme.card',
    draw: (t) => programmeCard({ programme: { name: '2026年度' }, lines, total: 24 })(t),
  },
  {
    name: 'programme.card empty',
    draw: (t) => programmeCard({ programme: { name: '2026 Q3' }, lines: [], total: 0 })(t),
  },
  {
    name: 'programme.list',
    draw: (t) =>
      programmesCard({
        programmes: [
          { id: 1, name: '2026年度' },
          { id: 2, name: '<!channel> 2026' },
        ],
        total: 2,
      })(t),
  },
]
