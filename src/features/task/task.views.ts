/** What task cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { type LocalDate, localDate } from '../../kit/time.js'
import { defineView, type View } from '../../kit/view.js'
import { type Campaign, campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { dueCard, overdueCard } from './due.cards.js'
import { loadDue, loadOverdue } from './due.views.js'
import { peopleOf, reachable } from './inform.js'
import { leftCard } from './left.cards.js'
import { loadLeft } from './left.views.js'
import { type MyState, myCard, type TableState, tableCard } from './list.cards.js'
import { isNews, type NewsState, newsCard } from './news.cards.js'
import { type TaskState, taskCard } from './task.cards.js'
import { byUrgency } from './task.js'
import type { Names, Row } from './task.lines.js'
import { openTasksFor, type Task, taskById, tasksOf } from './task.repo.js'

type Args = Record<string, string>

/** The row of a task; its approver is the general owner when the approver has left. */
const rowOf = (task: Task, campaign: Campaign, names: Names, today: LocalDate): Row => ({
  task,
  today,
  reviewer: task.approverId === null ? null : reachable(names, task.approverId, campaign),
})

const loadTask = async (store: Reading, args: Args): Promise<TaskState | null> => {
  const task = await taskById(store.db, Number(args.task))
  const campaign = task && (await campaignById(store.db, task.campaignId))
  if (!task || !campaign) return null
  const names = await peopleOf(store.db, [task])
  return { ...rowOf(task, campaign, names, localDate(store.at, campaign.zone)), campaign, names }
}

const loadNews = async (store: Reading, args: Args): Promise<NewsState | null> => {
  const state = await loadTask(store, args)
  const { what = '', by = '', about = null, reason = null } = args
  if (!state || !isNews(what)) return null
  const others = await peopleByIds(store.db, [by, ...(about === null ? [] : [about])])
  const names = new Map([...state.names, ...others.map((person) => [person.id, person] as const)])
  return { ...state, names, what, by, about, reason }
}

const loadTable = async (store: Reading, args: Args): Promise<TableState | null> => {
  const campaign = await campaignById(store.db, Number(args.campaign))
  if (!campaign) return null
  const tasks = (await tasksOf(store.db, campaign.id)).filter((task) => task.status !== 'cancelled')
  const [names, today] = [await peopleOf(store.db, tasks), localDate(store.at, campaign.zone)]
  return { campaign, today, rows: tasks.map((task) => rowOf(task, campaign, names, today)), names }
}

const loadMy = async (store: Reading, args: Args): Promise<MyState> => {
  const person = args.person ?? ''
  const all = (await openTasksFor(store.db, person)).filter(
    ({ campaignId }) => args.campaign === undefined || campaignId === Number(args.campaign),
  )
  const campaigns = await campaignsOf(store, all, args.campaign)
  const names = await peopleOf(store.db, all)
  const rows = all.sort(byUrgency).flatMap((task) => {
    const campaign = campaigns.get(task.campaignId)
    // Tasks of a campaign that was called off or archived wait for nobody.
    const running = campaign?.status === 'active' || campaign?.status === 'paused'
    return running ? [rowOf(task, campaign, names, localDate(store.at, campaign.zone))] : []
  })
  return { person, rows, names, campaign: campaigns.get(Number(args.campaign)) ?? null }
}

const campaignsOf = async ({ db }: Reading, tasks: readonly Task[], also?: string) => {
  const ids = new Set([
    ...tasks.map(({ campaignId }) => campaignId),
    ...(also === undefined ? [] : [Number(also)]),
  ])
  const found = new Map<number, Campaign>()
  for (const id of ids) {
    const campaign = await campaignById(db, id)
    if (campaign) found.set(id, campaign)
  }
  return found
}

export const views: Record<string, View> = {
  'task.card': defineView({ load: loadTask, draw: taskCard }),
  'task.news': defineView({ load: loadNews, draw: newsCard }),
  'task.table': defineView({ load: loadTable, draw: tableCard }),
  'task.my': defineView({ load: loadMy, draw: myCard }),
  'task.due': defineView({ load: loadDue, draw: dueCard }),
  'task.left': defineView({ load: loadLeft, draw: leftCard }),
  'task.overdue': defineView({ load: loadOverdue, draw: overdueCard }),
}
