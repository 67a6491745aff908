/** Examples of the digest: 004-T2 on 13 May 2024, a quiet day in a year whose holidays are unknown. */
import type { Sample } from '../../kit/feature.js'
import type { Task } from '../task/index.js'
import { type DigestState, digestCard } from './standup.cards.js'
import { dayOf } from './standup.js'

const names = {
  manager: '经理',
  designer: '设计师',
  engineer: '工程师',
  operator: '运营',
  service: '客服主管',
}
type Owner = keyof typeof names

const rows: readonly (readonly [
  name: string,
  owner: Owner,
  startOn: string,
  dueOn: string,
  status: string,
])[] = [
  ['活动主题确认', 'manager', '2024-05-01', '2024-05-03', 'done'],
  ['页面原型设计', 'designer', '2024-05-04', '2024-05-07', 'done'],
  ['活动页面开发', 'engineer', '2024-05-08', '2024-05-12', 'doing'],
  ['优惠券配置', 'operator', '2024-05-13', '2024-05-14', 'todo'],
  ['客服培训', 'service', '2024-05-15', '2024-05-16', 'todo'],
]

/** The preparation table of 004-T2, in its printed order. */
export const printedTasks: readonly Task[] = rows.map(([name, ownerId, startOn, dueOn, status], i) => ({
  ...{ id: i + 1, campaignId: 1, number: i + 1, name, ownerId, startOn, dueOn, status, priority: 'medium' },
  ...{ description: null, proposedOwnerId: null, accepted: true, approverId: null, deliverable: null },
  ...{ predecessor: null, support: null, remarks: null, doneAt: null, version: 0 },
  ...{ strategyId: null, moduleId: null },
}))

const busy: DigestState = {
  campaign: { id: 1, name: '618年中狂欢·全场满300减50' },
  date: '2024-05-13',
  phase: null,
  toLaunch: 19,
  day: dayOf(printedTasks, '2024-05-13'),
  names,
  alarms: [
    { name: 'UV(日)', value: '8万', state: 'amber' },
    { name: '库存余量(爆款)', value: '200件', state: 'red' },
  ],
  decisions: [
    {
      ...{ ref: 'A-7', subject: 'plan', revision: 1, role: 'finance-head' },
      signer: { id: 'finance-head', name: '财务部负责人' },
      since: new Date('2024-05-12T10:02:00+08:00'),
    },
  ],
  reports: [{ document: 'D17', dueOn: '2024-05-15' }],
  yearKnown: true,
  lateBy: 0,
}

const quiet: DigestState = {
  ...busy,
  date: '2099-06-11',
  phase: { label: '爆发期', day: 1, total: 10 },
  toLaunch: -10,
  day: dayOf([], '2099-06-11'),
  ...{ alarms: [], decisions: [], reports: [], yearKnown: false, lateBy: 95 },
}

export const samples: readonly Sample[] = [
  { name: 'standup.digest', draw: digestCard(busy) },
  { name: 'standup.quiet', draw: digestCard(quiet) },
]
