/** Examples for the gallery and the contract suite: the desk of 运营 on 13 May 2024, and an empty one. */
import type { Sample } from '../../kit/feature.js'
import type { Issue } from '../issue/index.js'
import type { Task } from '../task/index.js'
import { type HomeState, homeCard } from './home.cards.js'
import { partsOf } from './home.js'

const person = 'operator'
const time = (text: string): Date => new Date(`2024-05-${text}:00+08:00`)

const rows: readonly (readonly [name: string, startOn: string, dueOn: string, status: string])[] = [
  ['活动页面开发', '2024-05-08', '2024-05-12', 'doing'],
  ['优惠券配置', '2024-05-13', '2024-05-14', 'todo'],
  ['客服培训', '2024-05-15', '2024-05-16', 'todo'],
]

const taskOf = ([name, startOn, dueOn, status]: (typeof rows)[number], i: number): Task => ({
  ...{ id: i + 3, campaignId: 1, number: i + 3, name, ownerId: person, startOn, dueOn, status },
  ...{ description: null, proposedOwnerId: null, accepted: name !== '客服培训', approverId: null },
  ...{ deliverable: null, predecessor: null, support: null, remarks: null, doneAt: null },
  ...{ strategyId: null, moduleId: null },
  ...{ priority: 'medium', version: 1 },
})

const issue = (id: number, title: string, status: string): Issue => ({
  ...{ id, campaignId: 1, title, status, ownerId: status === 'handled' ? 'promoter' : person },
  ...{ reportedById: person, impact: null, measure: null, source: null, version: 1 },
  ...{ openedAt: time('12T18:00'), dueAt: time('13T18:00'), handledAt: null },
  ...{ closedAt: null, closedById: null, happenedOn: null },
  ...{ progress: null, rate: null, expectedOn: null },
})

const empty: HomeState = {
  ...{ person, at: time('13T09:00'), takesPart: true },
  names: { [person]: '运营', promoter: '推广经理', supervisor: '运营部主管' },
  campaigns: { 1: '618年中狂欢·全场满300减50' },
  tasks: partsOf([], person),
  ...{ decisions: [], issues: [], handled: [], alarms: [] },
}

const busy: HomeState = {
  ...empty,
  tasks: partsOf(
    rows.map((row, i) => ({ task: taskOf(row, i), today: '2024-05-13', reviewer: null })),
    person,
  ),
  decisions: [
    {
      approval: { id: 7, subject: 'plan', revision: 1, campaignId: 1, version: 2 },
      step: { id: 3, kind: 'sign', role: 'operations-supervisor', signerId: 'supervisor' },
      since: time('12T10:02'),
    },
  ],
  issues: [issue(5, '信息流广告点击率 1.2% <!channel>', 'handling')],
  handled: [issue(6, '快闪店人流不足', 'handled')],
  alarms: [
    { kpi: { name: 'UV(日)', campaignId: 1 }, value: '8万', state: 'amber' },
    { kpi: { name: '库存余量(爆款)', campaignId: 1 }, value: '200件', state: 'red' },
  ],
}

export const samples: readonly Sample[] = [
  { name: 'home.work', draw: (t, viewer) => homeCard(busy)(t, viewer) },
  { name: 'home.empty', draw: (t, viewer) => homeCard(empty)(t, viewer) },
]
