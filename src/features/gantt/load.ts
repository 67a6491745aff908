/** Reads the plan of a campaign as it is now. */
import type { Reading } from '../../kit/context.js'
import { formatId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { daysBetween, type LocalDate, lengthInDays, localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { calendarOf } from '../calendar/index.js'
import { type Campaign, phaseName } from '../campaign/index.js'
import { fixedIn } from '../countdown/index.js'
import { peopleByIds } from '../people/index.js'
import { strategiesOf } from '../strategy/index.js'
import {
  counts,
  daysLate,
  isLate,
  type Link,
  LoopError,
  linksOf,
  type Network,
  networkOf,
  type Task,
  tasksOf,
} from '../task/index.js'
import { type Bar, type Plan, type State, states } from './gantt.js'
import { type FirstPlan, firstPlans } from './gantt.repo.js'
import { groupOf, groupsOf, milestonesFor } from './places.js'
import { atRisk } from './risk.js'
import { capital, words } from './words.js'

/** What was cancelled is no part of it. */
export const planOf = async ({ db, at }: Reading, campaign: Campaign, t: Translate): Promise<Plan> => {
  const tasks = (await tasksOf(db, campaign.id)).filter(({ status }) => status !== 'cancelled')
  const links = await linksOf(db, campaign.id)
  const network = links.length > 0 ? networkOrNull(tasks, links) : null
  const people = await peopleByIds(
    db,
    tasks.map(({ ownerId }) => ownerId),
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const today = localDate(at, campaign.zone)
  const first = new Map((await firstPlans(db, campaign.id)).map((one) => [one.taskId, one]))
  const fixed = await fixedIn(db, campaign.id)
  const see = {
    today,
    zone: campaign.zone,
    network,
    names,
    first,
    fixed,
    risky: atRisk(tasks, links, today),
    t,
  }
  return {
    title: words(t, 'gantt.title', { campaign: campaign.name }),
    bars: tasks.map((task) => barOf(task, see)),
    links: links.map(({ taskId, predecessorId }) => ({ from: predecessorId, to: taskId })),
    phases: campaign.phases.map(({ key, fromOn, toOn }) => ({
      ...{ label: phaseName(t, campaign, key), fromOn, toOn },
    })),
    groups: groupsOf(await strategiesOf(db, campaign.id), words(t, 'gantt.loose')),
    milestones: await milestonesFor(db, campaign, today, t),
    criticalDays: network ? lengthOf(network) : null,
    percent: counts(tasks, today).percent,
    calendar: await calendarOf(db, campaign.organisation),
    today,
    asOf: `${today} ${localTime(at, campaign.zone)}`,
  }
}

interface See {
  today: LocalDate
  zone: string
  network: Network | null
  names: ReadonlyMap<string, string>
  first: ReadonlyMap<number, FirstPlan>
  risky: ReadonlySet<number>
  /** `task:17`: what stays when the launch moves. */
  fixed: ReadonlySet<string>
  t: Translate
}

const barOf = (task: Task, see: See): Bar => {
  const state = stateOf(task, see)
  const lateOn = lateUntil(task, see)
  const timing = see.network?.timings.get(task.id)
  return {
    id: task.id,
    ref: formatId('M', task.number),
    name: task.name,
    owner: see.names.get(task.ownerId) ?? task.ownerId,
    state,
    status: capital(see.t.named('task.status', task.status)),
    fromOn: task.startOn,
    toOn: task.dueOn,
    lateOn,
    planned: movedFrom(task, see),
    note: noteOf(task, lateOn, see),
    critical: timing?.critical ?? false,
    group: groupOf(task),
    fixed: see.fixed.has(`task:${task.id}`),
  }
}

const stateOf = (task: Task, { today, risky }: See): State => {
  if (isLate(task, today)) return 'late'
  return risky.has(task.id) ? 'risk' : (states.find((state) => state === task.status) ?? 'todo')
}

/** Today for what is late, the day it was done for what was; null for what kept its date. */
const lateUntil = (task: Task, { today, zone }: See): LocalDate | null => {
  if (isLate(task, today)) return today
  if (task.status !== 'done' || !task.doneAt) return null
  const doneOn = localDate(task.doneAt, zone)
  return doneOn > task.dueOn ? doneOn : null
}

const movedFrom = (task: Task, { first }: See): Bar['planned'] => {
  const plan = first.get(task.id)
  const same = !plan || (plan.startOn === task.startOn && plan.dueOn === task.dueOn)
  return same ? null : { fromOn: plan.startOn, toOn: plan.dueOn }
}

const noteOf = (task: Task, lateOn: LocalDate | null, { today, network, first, t }: See): string => {
  if (isLate(task, today)) return words(t, 'gantt.lateBy', { count: daysLate(task, today) })
  if (lateOn) return words(t, 'gantt.doneLate', { count: daysBetween(task.dueOn, lateOn) })
  const slip = daysBetween(first.get(task.id)?.dueOn ?? task.dueOn, task.dueOn)
  if (slip > 0) return words(t, 'gantt.slipped', { count: slip })
  if (task.deliverable) return cut(task.deliverable, 24)
  const float = network?.timings.get(task.id)?.float ?? 0
  return float > 0 && task.status !== 'done' ? words(t, 'gantt.float', { count: float }) : ''
}

/** None where tasks wait for one another in a circle. */
const networkOrNull = (tasks: readonly Task[], links: readonly Link[]): Network | null => {
  try {
    return networkOf(tasks, links)
  } catch (error) {
    if (error instanceof LoopError) return null
    throw error
  }
}

/** From the first day of the critical path to its last. */
const lengthOf = ({ path, timings }: Network): number => {
  const [first, last] = [path[0], path.at(-1)].map((id) => timings.get(id ?? 0))
  return first && last ? lengthInDays(first.earliestStartOn, last.earliestDueOn) : 0
}
