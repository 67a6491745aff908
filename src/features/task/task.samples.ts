/** Examples for the gallery and the contract suite: the rows of 004-T2 on 13 May 2024, and those of `waiting.samples`. */
import type { Sample } from '../../kit/feature.js'
import { dueCard, overdueCard } from './due.cards.js'
import { leftCard } from './left.cards.js'
import { myCard, tableCard } from './list.cards.js'
import { newsCard } from './news.cards.js'
import { taskCard } from './task.cards.js'
import type { Row } from './task.lines.js'
import type { Task } from './task.repo.js'

export const campaign = { id: 1, name: '618年中狂欢·全场满300减50', ownerId: 'manager' }
const today = '2024-05-13'

const people = {
  manager: '经理',
  designer: '设计师',
  engineer: '工程师',
  operator: '运营',
  service: '客服主管',
}
export const names = new Map(Object.entries(people).map(([id, name]) => [id, { id, name, active: true }]))

export const task = (
  number: number,
  given: Pick<Task, 'name' | 'ownerId' | 'startOn' | 'dueOn' | 'status'>,
): Task => ({
  id: number,
  campaignId: 1,
  number,
  description: null,
  proposedOwnerId: null,
  accepted: true,
  approverId: null,
  priority: 'medium',
  deliverable: null,
  predecessor: null,
  support: null,
  remarks: null,
  doneAt: given.status === 'done' ? new Date(`${given.dueOn}T08:00:00Z`) : null,
  strategyId: null,
  moduleId: null,
  version: 1,
  ...given,
})

const page = task(3, {
  name: '活动页面开发',
  ownerId: 'engineer',
  startOn: '2024-05-08',
  dueOn: '2024-05-12',
  status: 'doing',
})
const coupons = task(4, {
  name: '优惠券配置',
  ownerId: 'operator',
  startOn: '2024-05-13',
  dueOn: '2024-05-14',
  status: 'todo',
})
const training = task(5, {
  name: '客服培训',
  ownerId: 'service',
  startOn: '2024-05-15',
  dueOn: '2024-05-16',
  status: 'todo',
})
const table = [
  task(1, {
    name: '活动主题确认',
    ownerId: 'manager',
    startOn: '2024-05-01',
    dueOn: '2024-05-03',
    status: 'done',
  }),
  task(2, {
    name: '页面原型设计',
    ownerId: 'designer',
    startOn: '2024-05-04',
    dueOn: '2024-05-07',
    status: 'done',
  }),
  page,
  coupons,
  training,
]

const row = (of: Task): Row => ({ task: of, today, reviewer: of.approverId })
const dueRow = (of: Task) => ({ ...row(of), acts: of.ownerId })
const criteria = [
  { name: '图文', done: 8, need: 10 },
  { name: '短视频 <b>', done: 5, need: 5 },
]
const nodes = [
  {
    taskId: 3,
    number: 1,
    name: '初稿',
    onDay: '2024-05-08',
    time: null,
    doneAt: new Date(0),
    doneById: 'operator',
  },
  {
    taskId: 3,
    number: 2,
    name: '终版 *a* @all',
    onDay: '2024-05-12',
    time: '18:00',
    doneAt: null,
    doneById: null,
  },
]
const state = (of: Task) => ({ ...row(of), campaign, names, criteria, nodes })

const full: Task = {
  ...page,
  description: '活动主会场、分会场与优惠券领取页',
  deliverable: '可上线的活动页面',
  predecessor: 'M-002',
  support: '设计组',
  remarks: 'Expected finished on 12 May <!channel>',
  priority: 'high',
  approverId: 'manager',
}
const offered: Task = { ...training, proposedOwnerId: 'operator', priority: 'low' }
const unaccepted: Task = { ...coupons, accepted: false }

export const samples: readonly Sample[] = [
  { name: 'task.card', draw: (t, viewer) => taskCard(state(full))(t, viewer) },
  {
    name: 'task.offered',
    draw: (t, viewer) => taskCard(state(offered))(t, { ...viewer, person: 'operator' }),
  },
  {
    name: 'task.review',
    draw: (t, viewer) => taskCard(state({ ...full, status: 'review' }))(t, { ...viewer, person: 'manager' }),
  },
  {
    name: 'task.table',
    draw: (t, viewer) => tableCard({ campaign, today, names, rows: table.map(row) })(t, viewer),
  },
  {
    name: 'task.my',
    draw: (t, viewer) => {
      const mine = { person: 'operator', names, campaign: null, rows: [row(unaccepted), row(training)] }
      return myCard(mine)(t, { ...viewer, person: 'operator' })
    },
  },
  {
    name: 'task.due',
    draw: (t, viewer) => {
      const rows = [dueRow(page), dueRow({ ...coupons, ownerId: 'engineer' })]
      return dueCard({ campaign, date: today, names, rows, person: 'engineer', over: false })(t, {
        ...viewer,
        person: 'engineer',
      })
    },
  },
  {
    name: 'task.overdue',
    draw: (t) => overdueCard({ campaign, date: today, names, rows: [dueRow(page)] })(t),
  },
  {
    name: 'task.left',
    draw: (t) => {
      const person = { id: 'operator', name: '运营 <!channel>' }
      const reviewed = { ...page, approverId: 'operator' }
      return leftCard({ campaign, person, today, tasks: [reviewed, coupons, offered] })(t)
    },
  },
  {
    name: 'task.news',
    draw: (t) => {
      const reason = '优惠券核销流程还没有测试'
      return newsCard({ ...state(page), what: 'returned', by: 'manager', about: null, reason })(t)
    },
  },
]
