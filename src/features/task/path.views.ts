/** What the critical path and the news of moved days show, read from the store. */
import type { Reading } from '../../kit/context.js'
import { localDate } from '../../kit/time.js'
import { campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { shareOf } from './float.js'
import { peopleOf } from './inform.js'
import { linksOf } from './link.repo.js'
import { outlookOf } from './outlook.js'
import type { PathRow, PathState } from './path.cards.js'
import type { ShiftedState } from './shifted.cards.js'
import { isOpen } from './task.js'
import { taskById, tasksOf } from './task.repo.js'

type Args = Record<string, string>

export const loadPath = async (store: Reading, args: Args): Promise<PathState | null> => {
  const campaign = await campaignById(store.db, Number(args.campaign))
  if (!campaign) return null
  const today = localDate(store.at, campaign.zone)
  const tasks = await tasksOf(store.db, campaign.id)
  const outlook = outlookOf(tasks, await linksOf(store.db, campaign.id), campaign, today)
  const { timings, path } = outlook.network
  const rows = new Map<number, PathRow>()
  for (const task of tasks.filter(isOpen)) {
    const timing = timings.get(task.id)
    if (!timing) continue
    const { earliestStartOn: from, earliestDueOn: to, float } = timing
    const [waitsFor, risk] = [outlook.waitsFor(task), outlook.risk(task)]
    rows.set(task.id, { task, today, reviewer: null, waitsFor, risk, from, to, float })
  }
  const onPath = path.flatMap((id) => rows.get(id) ?? [])
  for (const id of path) rows.delete(id)
  return {
    ...{ campaign, today, path: onPath },
    names: await peopleOf(store.db, tasks),
    others: [...rows.values()].sort((a, b) => a.float - b.float || a.task.number - b.task.number),
    share: shareOf(tasks, timings, campaign),
  }
}

export const loadShifted = async (store: Reading, args: Args): Promise<ShiftedState | null> => {
  const after = await taskById(store.db, Number(args.after))
  const campaign = after && (await campaignById(store.db, after.campaignId))
  if (!after || !campaign) return null
  const days = new Map((args.moves ?? '').split(',').map((one) => numbersIn(one)))
  const tasks = (await tasksOf(store.db, campaign.id)).filter(({ id }) => days.has(id))
  if (tasks.length === 0) return null
  const people = await peopleByIds(store.db, [args.by ?? ''])
  return {
    ...{ campaign, after, by: args.by ?? '', today: localDate(store.at, campaign.zone) },
    names: new Map(people.map((person) => [person.id, person])),
    tasks: tasks.map((task) => ({ task, days: days.get(task.id) ?? 0 })),
  }
}

/** `12:2`: task 12 by two days. */
const numbersIn = (text: string): [number, number] => {
  const [id = '', days = ''] = text.split(':')
  return [Number(id), Number(days)]
}
