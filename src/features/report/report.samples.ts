/** Examples for the gallery and the contract suite: 004 after its end on 25 June 2024. */
import type { Sample } from '../../kit/feature.js'
import { deliveredCard, listCard } from './report.cards.js'
import type { Report } from './report.repo.js'

const campaign = { id: 1, name: '618年中狂欢·全场满300减50', zone: 'Asia/Shanghai' }

const report = (document: string, dueOn: string, delivered: boolean): Report => ({
  campaignId: 1,
  document,
  dueOn,
  link: delivered ? 'https://example.com/618/report.xlsx' : null,
  deliveredById: delivered ? 'data' : null,
  deliveredAt: delivered ? new Date('2024-06-27T08:00:00Z') : null,
})

const data = report('D17', '2024-06-28', true)
const reports = [data, report('D18', '2024-06-28', false), report('D20', '2024-07-02', false)]
const names = new Map([['data', '数据专员']])

export const samples: readonly Sample[] = [
  { name: 'report.list', draw: (t) => listCard({ campaign, today: '2024-06-29', reports, names })(t) },
  { name: 'report.delivered', draw: (t) => deliveredCard({ campaign, report: data, by: '数据专员' })(t) },
]
