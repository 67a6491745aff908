/** What the messages about due dates show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { addDays, instant, localDate } from '../../kit/time.js'
import { calendarOf } from '../calendar/index.js'
import { campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import type { DueState, MyDueState } from './due.cards.js'
import { actsOn, peopleOf, reachable } from './inform.js'
import { predecessorsOf } from './link.repo.js'
import { due, soonUntil } from './schedules/due.js'
import { isOpen } from './task.js'
import { type Task, tasksOf } from './task.repo.js'

type Args = Record<string, string>

/** A message that stands already also shows what was done since it was posted; one still to be sent does not. */
const stands = (store: Reading): boolean => store.standing === true

interface Day extends DueState {
  over: boolean
}

/** Tasks due by the day that `until` gives for the campaign and the day of the message. */
const loadDay = async (store: Reading, args: Args, until: typeof soonUntil): Promise<Day | null> => {
  const campaign = await campaignById(store.db, Number(args.campaign))
  const { date = '' } = args
  if (!campaign) return null
  const over = localDate(store.at, campaign.zone) !== date
  if (over) return { campaign, date, rows: [], names: new Map(), over }
  const calendar = await calendarOf(store.db, campaign.organisation)
  const posted = instant(date, due.at, campaign.zone)
  const since = ({ doneAt }: Task) => stands(store) && doneAt !== null && doneAt >= posted
  const tasks = (await tasksOf(store.db, campaign.id)).filter(
    (task) => task.dueOn <= until(campaign, date, calendar) && (isOpen(task) || since(task)),
  )
  const names = new Map(await peopleOf(store.db, tasks))
  for (const person of await peopleByIds(store.db, [campaign.ownerId])) names.set(person.id, person)
  const predecessors = await predecessorsOf(
    store.db,
    tasks.map(({ id }) => id),
  )
  const rows = tasks.map((task) => ({
    task,
    today: date,
    waitsFor: (predecessors.get(task.id) ?? []).filter(isOpen),
    reviewer: task.approverId === null ? null : reachable(names, task.approverId, campaign),
    acts: actsOn(names, task, campaign),
  }))
  return { campaign, date, rows, names, over }
}

/** Nothing to send when nothing is open; what stands is ticked off, and taken out of use when its day is over. */
export const loadDue = async (store: Reading, args: Args): Promise<MyDueState | null> => {
  const day = await loadDay(store, args, soonUntil)
  if (!day) return null
  const person = args.person ?? ''
  const rows = day.rows.filter(({ acts }) => acts === person)
  if (day.over) return stands(store) ? { ...day, person } : null
  return rows.length === 0 && !stands(store) ? null : { ...day, rows, person }
}

/** The list of a day that is over stays as it was. */
export const loadOverdue = async (store: Reading, args: Args): Promise<DueState | null> => {
  const day = await loadDay(store, args, (_campaign, date) => addDays(date, -1))
  if (!day || day.over) return null
  return day.rows.length > 0 || stands(store) ? day : null
}
