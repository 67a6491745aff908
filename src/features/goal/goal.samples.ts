/** Examples for the gallery and the contract suite: the rows of 003-T1 and the GMV of 004-T1 in its channels. */
import type { Sample } from '../../kit/feature.js'
import { Decimal } from '../../kit/value.js'
import { type GoalState, goalCard } from './goal.cards.js'
import type { Goal } from './goal.repo.js'
import { listCard, rankCard, removeCard } from './list.cards.js'
import { splitCard } from './split.cards.js'

const campaign = {
  ...{ id: 1, name: '618年中狂欢·全场满300减50', status: 'active', endOn: '2024-06-25' },
  launchOn: '2024-06-01',
}
const names = { p1: '经理', p2: '主管', p3: '专员 <!channel>' }

const goal = (id: number, given: Partial<Goal> & Pick<Goal, 'type' | 'metric' | 'target'>): Goal => ({
  ...{ id, campaignId: 1, strategy: null, baseline: null, baselineKind: null, baselineUnit: null },
  ...{ growth: null, kind: 'amount', unit: '', compare: null, ownerId: 'p1', dueOn: '2024-06-30' },
  ...{ remarks: null, peak: null, peakIn: null, rank: null, kpiId: null, ownsKpi: false },
  ...{ createdById: 'p1', createdAt: new Date('2024-05-14T09:00:00+08:00'), version: 0, splits: [] },
  ...given,
})

const users = goal(1, {
  ...{ type: 'users', metric: '新增注册用户数', target: new Decimal(200_000), unit: '人' },
  ...{ strategy: '小红书KOC种草 + 抖音信息流', remarks: '需产品部配合注册流程优化' },
})
const searches = goal(2, {
  ...{ type: 'brand', metric: '品牌关键词搜索量', target: new Decimal(30), kind: 'uplift' },
  ...{ strategy: '行业媒体专访 + 线下快闪店 *a* & <script>', ownerId: 'p2', dueOn: '2024-07-15' },
  remarks: '预算 15万，设计部提供物料',
})
const parts = [
  { name: '淘宝', value: '2500000' },
  { name: '抖音', value: '1500000' },
  { name: '私域', value: '800000' },
]
const gmv = goal(3, {
  ...{ type: 'sales', metric: '活动期GMV', target: new Decimal(5_000_000), unit: '元', version: 2 },
  ...{
    strategy: '电商平台满减 + 社群裂变',
    ownerId: 'p3',
    dueOn: '2024-06-18',
    peak: new Decimal(4_800_000),
  },
  ...{
    baseline: new Decimal(3_000_000),
    baselineKind: 'amount',
    baselineUnit: '元',
    growth: new Decimal(50),
  },
  remarks: '电商部搭建活动页面',
  splits: [{ goalId: 3, axis: 'channel', parts, reason: '直播渠道 6 月 10 日后再定' }],
})

const earlier = [
  {
    ...{ id: 7, name: '618 2023', launchOn: '2023-06-01' },
    ...{ target: new Decimal(4_500_000), actual: new Decimal(4_800_000) },
  },
  { id: 4, name: '618 2022', launchOn: '2022-06-01', target: null, actual: null },
]
const state = (of: Goal, other: Partial<GoalState> = {}): GoalState => ({
  ...{ goal: of, campaign, names, kpi: null, kpis: 5, earlier: [], due: null },
  ...other,
})
const ordered = [gmv, users, searches]
const seasons = [
  {
    ...{ id: 7, name: '618 2023', launchOn: '2023-06-01' },
    goals: [
      { goal: gmv, actual: new Decimal(4_800_000) },
      { goal: users, actual: null },
    ],
  },
  { id: 4, name: '618 2022', launchOn: '2022-06-01', goals: [] },
]

export const samples: readonly Sample[] = [
  { name: 'goal.card', draw: (t) => goalCard(state(users))(t) },
  { name: 'goal.card of a change', draw: (t) => goalCard(state(searches, { due: 'past', kpis: 9 }))(t) },
  { name: 'goal.card above the peak', draw: (t) => goalCard(state(gmv, { earlier }))(t) },
  { name: 'goal.list', draw: (t) => listCard({ campaign, goals: ordered, names, seasons: [] })(t) },
  { name: 'goal.list empty', draw: (t) => listCard({ campaign, goals: [], names, seasons })(t) },
  {
    name: 'goal.rank',
    draw: (t) => rankCard({ campaign, before: ordered, after: [searches, gmv, users], seen: 5 })(t),
  },
  { name: 'goal.remove', draw: (t) => removeCard({ goal: gmv, names })(t) },
  {
    name: 'goal.split',
    draw: (t) => splitCard({ goal: gmv, axis: 'channel', before: parts.slice(0, 2) })(t),
  },
]
