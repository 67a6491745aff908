/** The plan of a campaign as it stands: what a version of a template keeps, and what a regional copy begins with. */
import type { Reading } from '../../kit/context.js'
import { daysBetween } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { calendarOf } from '../calendar/index.js'
import { byDate, type Campaign } from '../campaign/index.js'
import { type Kpi, kpisOf, limitText, targetText } from '../kpi/index.js'
import { type Person, peopleByIds } from '../people/index.js'
import { type Report, reportsOf } from '../report/index.js'
import { linksOf, partsIn, type Task, tasksOf } from '../task/index.js'
import {
  type Content,
  type ContentKpi,
  type ContentTask,
  type PhaseKey,
  reportsFor,
  templateFrom,
} from '../template/index.js'
import { originOf } from './origin.js'
import type { Use } from './reuse.repo.js'
import { roleOf } from './roles.js'

interface State {
  campaign: Campaign
  tasks: readonly Task[]
  links: Awaited<ReturnType<typeof linksOf>>
  parts: Awaited<ReturnType<typeof partsIn>>
  people: ReadonlyMap<string, Person>
  origin: Use
}

/** Tasks that were called off are no part of the plan. */
export const planOf = async (
  { db }: Pick<Reading, 'db'>,
  t: Translate,
  campaign: Campaign,
): Promise<Use & { origin: Use }> => {
  const tasks = (await tasksOf(db, campaign.id)).filter(({ status }) => status !== 'cancelled')
  const named = tasks.flatMap(({ ownerId, approverId }) => (approverId ? [ownerId, approverId] : [ownerId]))
  const people = new Map((await peopleByIds(db, named)).map((person) => [person.id, person]))
  const [links, parts] = [await linksOf(db, campaign.id), await partsIn(db, campaign.id)]
  const origin = await originOf({ db }, t, campaign)
  const state: State = { campaign, tasks, links, parts, people, origin }
  const numbered = tasks.toSorted((a, b) => a.number - b.number)
  const { launchOn, phases } = campaign
  const content = {
    ...{ base: campaign.template, type: campaign.type },
    phases: byDate(phases).map(({ key, label, fromOn, toOn }) => ({
      ...{ key: key as PhaseKey, label },
      ...{ from: daysBetween(launchOn, fromOn), to: daysBetween(launchOn, toOn) },
    })),
    tasks: numbered.map((task) => taskIn(state, task)),
    kpis: (await kpisOf(db, campaign.id)).map(kpiIn),
    reports: ruled(state, await reportsOf(db, campaign.id), await calendarOf(db, campaign.organisation)),
  } as Content
  const numbers = Object.fromEntries(numbered.map((task) => [keyOf(state, task), task.number]))
  return { content, numbers, origin }
}

/** As in the template it was made from; what the team has added gets a key that no other campaign gives. */
const keyOf = ({ origin, campaign }: State, { number }: Pick<Task, 'number'>): string =>
  Object.entries(origin.numbers).find(([, one]) => one === number)?.[0] ?? `c${campaign.id}-m${number}`

const taskIn = (state: State, task: Task): ContentTask => {
  const { campaign, people, origin } = state
  const key = keyOf(state, task)
  const was = origin.content.tasks.find((one) => one.key === key)
  const phase = campaign.phases.find((one) => one.key === was?.phase)
  const follows = phase?.fromOn === task.startOn && phase.toOn === task.dueOn
  const owner = roleOf(campaign, people.get(task.ownerId), task.ownerId, was?.owner)
  const { name, description, deliverable, support, predecessor, remarks } = task
  return {
    ...{ key, owner, approver: approverIn(state, task, was?.approver ?? null) },
    from: daysBetween(campaign.launchOn, task.startOn),
    to: daysBetween(campaign.launchOn, task.dueOn),
    phase: follows ? (was?.phase ?? null) : null,
    priority: task.priority as ContentTask['priority'],
    after: awaited(state, task),
    ...{ name, description, deliverable, support, predecessor, remarks },
    criteria: state.parts.criteria
      .filter(({ taskId }) => taskId === task.id)
      .map(({ name, need }) => ({ name, need })),
    nodes: state.parts.nodes
      .filter(({ taskId }) => taskId === task.id)
      .map(({ name, onDay, time }) => ({ name, day: daysBetween(campaign.launchOn, onDay), time })),
  }
}

const awaited = (state: State, task: Task): string[] =>
  state.links
    .filter(({ taskId }) => taskId === task.id)
    .flatMap(({ predecessorId }) => state.tasks.find(({ id }) => id === predecessorId) ?? [])
    .map((one) => keyOf(state, one))

/** Nobody accepts their own work: where both positions are one person, the template still asks for two. */
const approverIn = ({ campaign, people }: State, task: Task, was: ContentTask['approver']) => {
  const { approverId, ownerId } = task
  if (approverId !== null) return roleOf(campaign, people.get(approverId), approverId, was ?? undefined)
  const holder = campaign.roles.find(({ role }) => role === was)?.personId ?? campaign.ownerId
  return was !== null && holder === ownerId ? was : null
}

const kpiIn = (kpi: Kpi): ContentKpi => {
  const { metric, name, measure, unit, operator, limit } = kpi
  const numbers = { target: kpi.target.toFixed(), unit, operator, limit: limit?.toFixed() ?? null }
  return {
    ...{ metric, name, measure, better: kpi.better as ContentKpi['better'] },
    ...{ target: targetText(kpi), threshold: limitText(kpi) },
    numbers: { ...numbers, kind: kpi.kind } as ContentKpi['numbers'],
  }
}

/** A report that is due by the rule keeps the rule; another is due so many days after the end. */
const ruled = (
  { campaign, origin }: State,
  reports: readonly Report[],
  calendar: Awaited<ReturnType<typeof calendarOf>>,
): Content['reports'] => {
  const rules = reportsFor(templateFrom(origin.content), campaign, calendar)
  return reports.map(({ document, dueOn }) => {
    const at = rules.findIndex((rule) => rule.document === document && rule.dueOn === dueOn)
    const due = origin.content.reports[at]?.due
    const days = daysBetween(campaign.endOn, dueOn)
    return { document, due: due ?? { anchor: 'end', days, count: 'calendar' } } as Content['reports'][number]
  })
}
