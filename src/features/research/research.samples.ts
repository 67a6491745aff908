/** An example for the gallery and the contract suite: what 001 §1.1 and §1.3 speak of. */
import type { Sample } from '../../kit/feature.js'
import { researchCard } from './research.cards.js'
import type { ResearchNote } from './research.repo.js'

const base = {
  campaignId: 1,
  approach: null,
  swot: null,
  link: null,
  byId: 'p1',
  at: new Date('2024-05-10T02:00:00Z'),
}
const notes: ResearchNote[] = [
  { ...base, number: 1, kind: 'segment', text: '高净值客户', approach: '定制化服务' },
  { ...base, number: 2, kind: 'competitor', text: '价格不透明 <b> *a* @all', swot: 'weakness' },
  { ...base, number: 3, kind: 'link', text: '行业报告', link: 'https://example.com/report' },
]

export const samples: readonly Sample[] = [
  {
    name: 'research.list',
    draw: (t) =>
      researchCard({
        campaign: { id: 1, name: '618年中狂欢·全场满300减50', zone: 'Asia/Shanghai' },
        notes,
        names: new Map([['p1', '王经理']]),
      })(t),
  },
]
