/** Examples for the gallery and the contract suite: the tables 003-T6 and 004-T4 as printed. */
import type { Sample } from '../../kit/feature.js'
import { mineCard, retroCard } from './retrospective.cards.js'
import type { RetroRow, RetroSection } from './retrospective.repo.js'

const base = {
  ...{ campaignId: 1, version: 0, doneAt: null, doneById: null, byId: 'p1', success: null, cause: null },
  ...{ shortcoming: null, at: new Date('2024-06-25T02:00:00Z') },
}
const rows: readonly RetroRow[] = [
  {
    ...{ ...base, number: 1, part: 'overall', measure: '提前调研场地日均客流量', ownerId: 'p1' },
    ...{ plannedOn: '2024-07-15', shortcoming: '线下快闪店客流预估偏差大', cause: '未参考商场历史客流' },
  },
  {
    ...{ ...base, number: 2, part: 'content', measure: '视频控制在60秒以内 <b> *a* @all', ownerId: 'p2' },
    ...{ plannedOn: '2024-06-30', success: '“成分”笔记互动高', doneAt: new Date('2024-06-29T02:00:00Z') },
  },
]
const sections: readonly RetroSection[] = [
  {
    ...{ campaignId: 1, dimension: 'goals', content: 'GMV 480万，完成率96%', place: 1 },
    ...{ byId: 'p1', at: base.at, version: 0 },
  },
]
const campaign = { id: 1, name: '618年中狂欢·全场满300减50', status: 'active' }
const names = new Map([
  ['p1', '王经理'],
  ['p2', '文案'],
])
const state = { campaign, rows, names, today: '2024-07-01' }

export const samples: readonly Sample[] = [
  { name: 'retrospective.list', draw: (t) => retroCard({ ...state, sections })(t) },
  { name: 'retrospective.empty', draw: (t) => retroCard({ ...state, rows: [], sections: [] })(t) },
  { name: 'retrospective.mine', draw: (t, viewer) => mineCard(state)(t, viewer) },
]
