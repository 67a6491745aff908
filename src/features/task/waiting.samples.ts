/** Examples of tasks that wait for others: 003-T2 on 27 May 2024, when the assets are two days late. */
import type { Sample } from '../../kit/feature.js'
import { shareOf } from './float.js'
import { outlookOf } from './outlook.js'
import { pathCard } from './path.cards.js'
import { readyCard } from './ready.cards.js'
import { movedCard, type ShiftState, shiftCard } from './shift.cards.js'
import { movesOf, slipOf } from './shift.js'
import { shiftedCard } from './shifted.cards.js'
import { taskCard } from './task.cards.js'
import type { Task } from './task.repo.js'
import { campaign, names, task } from './task.samples.js'

const run = { launchOn: '2024-06-01', endOn: '2024-06-20' }
const today = '2024-05-27'
const row = (number: number, name: string, ownerId: string, startOn: string, dueOn: string, status: string) =>
  task(number, { name, ownerId, startOn, dueOn, status })

const screening = row(1, 'KOC筛选', 'operator', '2024-05-01', '2024-05-10', 'done')
const content = row(2, '种草内容策划', 'manager', '2024-05-11', '2024-05-15', 'done')
const assets = row(3, '素材制作', 'designer', '2024-05-16', '2024-05-25', 'doing')
const publishing = {
  ...row(4, '内容发布排期 <!channel>', 'operator', '2024-05-26', '2024-05-30', 'todo'),
  predecessor: '素材终版确认后',
}
const tracking = row(5, '数据跟踪', 'engineer', '2024-06-03', '2024-06-20', 'todo')
const tasks = [screening, content, assets, publishing, tracking]
const links = [
  { taskId: 3, predecessorId: 2 },
  { taskId: 4, predecessorId: 1 },
  { taskId: 4, predecessorId: 3 },
  { taskId: 5, predecessorId: 4 },
]

const outlook = outlookOf(tasks, links, run, today)
const slip = slipOf(assets, 0, null, today)
const plan = { tasks, links, run, today }
const shift: ShiftState = {
  ...{ campaign: { ...campaign, ...run }, launchPhase: '预热期', today, slip, names },
  moves: { consume: movesOf(plan, slip, 'consume'), keep: movesOf(plan, slip, 'keep') },
  ...{ seen: 1, moved: 0, leads: true, anew: false },
}

const pathRow = (of: Task) => {
  const {
    earliestStartOn: from,
    earliestDueOn: to,
    float,
  } = outlook.network.timings.get(of.id) ?? {
    ...{ earliestStartOn: of.startOn, earliestDueOn: of.dueOn, float: 0 },
  }
  const [waitsFor, risk] = [outlook.waitsFor(of), outlook.risk(of)]
  return { task: of, today, reviewer: null, waitsFor, risk, from, to, float }
}

const blocked = {
  ...{ task: publishing, today, reviewer: null, campaign, names },
  ...{ predecessors: [screening, assets], waitsFor: [assets], misspelt: 'M-03' },
  ...{ criteria: [], nodes: [] },
}

export const waitingSamples: readonly Sample[] = [
  { name: 'task.blocked', draw: (t, viewer) => taskCard(blocked)(t, viewer) },
  {
    name: 'task.ready',
    draw: (t, viewer) => readyCard({ ...blocked, waitsFor: [], after: assets })(t, viewer),
  },
  {
    name: 'task.path',
    draw: (t) => {
      const share = shareOf(tasks, outlook.network.timings, run)
      const path = [assets, publishing].map(pathRow)
      return pathCard({ campaign, today, names, path, others: [pathRow(tracking)], share })(t)
    },
  },
  { name: 'task.shift', draw: (t) => shiftCard(shift)(t) },
  { name: 'task.shift.anew', draw: (t) => shiftCard({ ...shift, anew: true, leads: false })(t) },
  { name: 'task.moved', draw: (t) => movedCard(shift, 'consume')(t) },
  {
    name: 'task.shifted',
    draw: (t) => {
      const moved = { ...publishing, startOn: '2024-05-28', dueOn: '2024-06-01' }
      const state = { campaign, today, names, after: assets, by: 'manager' }
      return shiftedCard({ ...state, tasks: [{ task: moved, days: 2 }] })(t)
    },
  },
]
