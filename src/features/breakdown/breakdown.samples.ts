/** Examples for the gallery and the contract suite: the seeding strategy of 003 §2.2. */
import type { Sample } from '../../kit/feature.js'
import { Decimal } from '../../kit/value.js'
import type { Strategy } from '../strategy/index.js'
import type { Task } from '../task/index.js'
import { type BreakdownState, breakdownCard } from './breakdown.cards.js'
import { branchesOf } from './breakdown.js'

const today = '2024-05-18'
const modules = ['KOC筛选', '内容策划', '素材制作', '内容发布', '<b>数据跟踪</b> @all'].map((name, i) => ({
  ...{ id: i + 1, strategyId: 1, number: i + 1, name, key: name.toLowerCase() },
}))
const seeding: Strategy = {
  ...{ id: 1, campaignId: 1, number: 1, name: '小红书种草', key: '小红书种草', budget: new Decimal(150_000) },
  modules,
}
const idle: Strategy = {
  ...{ id: 2, campaignId: 1, number: 2, name: '线下快闪店', key: '线下快闪店' },
  ...{ budget: null, modules: [] },
}

const task = (number: number, name: string, startOn: string, dueOn: string, status: string): Task => ({
  ...{ id: number, campaignId: 1, number, name, startOn, dueOn, status, ownerId: 'p1', accepted: true },
  ...{ strategyId: number < 5 ? 1 : null, moduleId: number < 5 ? number : null },
  ...{ description: null, proposedOwnerId: null, approverId: null, priority: 'high', deliverable: null },
  ...{ predecessor: null, support: null, remarks: null, doneAt: null, version: 0 },
})
const tasks = [
  task(1, 'KOC筛选', '2024-05-01', '2024-05-10', 'done'),
  task(2, '种草内容策划', '2024-05-11', '2024-05-15', 'doing'),
  task(3, '素材制作', '2024-05-16', '2024-05-25', 'todo'),
  task(4, '内容发布排期', '2024-05-26', '2024-05-30', 'todo'),
  task(5, '*Press* <!channel>', '2024-05-20', '2024-05-30', 'todo'),
]

const state: BreakdownState = {
  campaign: { id: 1, name: '618年中狂欢·全场满300减50' },
  today,
  branches: branchesOf([seeding, idle], tasks, today),
  names: new Map([['p1', '王专员']]),
  wishes: ['抖音信息流', '社群裂变'],
}

export const samples: readonly Sample[] = [
  { name: 'breakdown.tree', draw: breakdownCard(state) },
  { name: 'breakdown.tree without strategies', draw: breakdownCard({ ...state, branches: [], wishes: [] }) },
]
