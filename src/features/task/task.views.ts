/** What task cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { type LocalDate, localDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { type Campaign, campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { criteriaOf } from './criterion.repo.js'
import { dueCard, overdueCard } from './due.cards.js'
import { loadDue, loadOverdue } from './due.views.js'
import { peopleOf, reachable } from './inform.js'
import { leftCard } from './left.cards.js'
import { loadLeft } from './left.views.js'
import { linksIn, linksOf, openSuccessorsOf, predecessorsOf } from './link.repo.js'
import { type MyState, myCard, type TableState, tableCard } from './list.cards.js'
import { isNews, type NewsState, newsCard } from './news.cards.js'
import { nodesOf } from './node.repo.js'
import { type Outlook, outlookOf } from './outlook.js'
import { pathCard } from './path.cards.js'
import { loadPath, loadShifted } from './path.views.js'
import { placeWords } from './place.js'
import { type ReadyState, readyCard } from './ready.cards.js'
import { shiftedCard } from './shifted.cards.js'
import { type TaskState, taskCard } from './task.cards.js'
import { byUrgency, isOpen } from './task.js'
import { isBlocked, type Names, type Row } from './task.lines.js'
import { openTasksFor, type Task, taskById, tasksIn, tasksOf } from './task.repo.js'

type Args = Record<string, string>

/** The row of a task; its approver is the general owner when the approver has left. */
const rowOf = (task: Task, campaign: Campaign, names: Names, today: LocalDate): Row => ({
  task,
  today,
  reviewer: task.approverId === null ? null : reachable(names, task.approverId, campaign),
})

const withOutlook = (row: Row, outlook: Outlook | undefined): Row => ({
  ...row,
  ...(outlook && { waitsFor: outlook.waitsFor(row.task), risk: outlook.risk(row.task) }),
})

const loadTask = async (store: Reading, args: Args): Promise<TaskState | null> => {
  const task = await taskById(store.db, Number(args.task))
  const campaign = task && (await campaignById(store.db, task.campaignId))
  if (!task || !campaign) return null
  const names = await peopleOf(store.db, [task])
  const row = rowOf(task, campaign, names, localDate(store.at, campaign.zone))
  const predecessors = (await predecessorsOf(store.db, [task.id])).get(task.id) ?? []
  const awaited = (await openSuccessorsOf(store.db, task.id)).length > 0
  const waits = { predecessors, waitsFor: predecessors.filter(isOpen), awaited }
  const parts = { criteria: await criteriaOf(store.db, task.id), nodes: await nodesOf(store.db, task.id) }
  const place = await placeWords(store.db, task)
  return { ...row, campaign, names, place, ...waits, ...parts, misspelt: args.misspelt ?? null }
}

/** Not said any more when it waits again, or has begun, before it could be said. */
const loadReady = async (store: Reading, args: Args): Promise<ReadyState | null> => {
  const state = await loadTask(store, args)
  const after = state && (await taskById(store.db, Number(args.after)))
  if (!state || !after) return null
  const ready = state.task.status === 'todo' && !isBlocked(state)
  return ready || store.standing ? { ...state, after } : null
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
  const outlook = outlookOf(tasks, await linksOf(store.db, campaign.id), campaign, today)
  const rows = tasks.map((task) => withOutlook(rowOf(task, campaign, names, today), outlook))
  return { campaign, today, rows, names }
}

const loadMy = async (store: Reading, args: Args): Promise<MyState> => {
  const person = args.person ?? ''
  const all = (await openTasksFor(store.db, person)).filter(
    ({ campaignId }) => args.campaign === undefined || campaignId === Number(args.campaign),
  )
  const campaigns = await campaignsOf(store, all, args.campaign)
  const names = await peopleOf(store.db, all)
  const outlooks = await outlooksOf(store, [...campaigns.values()])
  const rows = all.sort(byUrgency).flatMap((task) => {
    const campaign = campaigns.get(task.campaignId)
    // Tasks of a campaign that was called off or archived wait for nobody.
    const running = campaign?.status === 'active' || campaign?.status === 'paused'
    if (!running) return []
    const row = rowOf(task, campaign, names, localDate(store.at, campaign.zone))
    return [withOutlook(row, outlooks.get(campaign.id))]
  })
  return { person, rows, names, campaign: campaigns.get(Number(args.campaign)) ?? null }
}

/** Two queries, however many campaigns there are. */
const outlooksOf = async (
  { db, at }: Reading,
  campaigns: readonly Campaign[],
): Promise<ReadonlyMap<number, Outlook>> => {
  const ids = campaigns.map(({ id }) => id)
  const [tasks, links] = [await tasksIn(db, ids), await linksIn(db, ids)]
  const outlook = (campaign: Campaign) => {
    const own = tasks.filter(({ campaignId }) => campaignId === campaign.id)
    return outlookOf(own, links, campaign, localDate(at, campaign.zone))
  }
  return new Map(campaigns.map((campaign) => [campaign.id, outlook(campaign)]))
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
  'task.ready': defineView({ load: loadReady, draw: readyCard }),
  'task.path': defineView({ load: loadPath, draw: pathCard }),
  'task.shifted': defineView({ load: loadShifted, draw: shiftedCard }),
  'task.news': defineView({ load: loadNews, draw: newsCard }),
  'task.table': defineView({ load: loadTable, draw: tableCard }),
  'task.my': defineView({ load: loadMy, draw: myCard }),
  'task.due': defineView({ load: loadDue, draw: dueCard }),
  'task.left': defineView({ load: loadLeft, draw: leftCard }),
  'task.overdue': defineView({ load: loadOverdue, draw: overdueCard }),
}

/** The living card of a task, for whoever asks. */
export const taskView = ({ id }: Pick<Task, 'id'>): ViewRef & { subjects: string[] } => ({
  view: 'task.card',
  args: { task: String(id) },
  subjects: [`task:${id}`],
})
