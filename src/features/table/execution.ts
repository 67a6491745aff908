/** The rows of an execution plan (002-T1, 003-T3): what is kept of each phase, and where nothing is, what its tasks say. */
import type { Db } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import {
  type Campaign,
  detailsOf,
  detailTexts,
  type PhaseDetail,
  riskPlanText,
  type Span,
} from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { type Task, tasksOf } from '../task/index.js'

/** Tasks that a cell names, and letters of each. */
const most = { named: 10, letters: 200 }

/** Columns of both layouts beside phase and period. */
export const sayings = [
  'owner',
  'core',
  'action',
  'criterion',
  'resources',
  'riskPlan',
  'risk',
  'response',
  'remarks',
] as const
export type Saying = (typeof sayings)[number]

/** All that rows are made from. */
export interface ExecutionPlan {
  tasks: readonly Task[]
  details: ReadonlyMap<string, PhaseDetail>
  names: ReadonlyMap<string, string>
  /** Answers for phases that have no owner of their own. */
  ownerId: string
}

export const executionPlan = async (db: Db, { id, ownerId }: Campaign): Promise<ExecutionPlan> => {
  const details = await detailsOf(db, id)
  const people = await peopleByIds(db, [ownerId, ...details.flatMap((one) => one.ownerId ?? [])])
  return {
    tasks: await tasksOf(db, id),
    details: new Map(details.map((detail) => [detail.key, detail])),
    names: new Map(people.map((person) => [person.id, person.name])),
    ownerId,
  }
}

/** Tasks that are due in the phase, but for those called off. */
export const tasksWithin = <T extends Pick<Task, 'dueOn' | 'status'>>(
  tasks: readonly T[],
  { fromOn, toOn }: Pick<Span, 'fromOn' | 'toOn'>,
): T[] => tasks.filter(({ dueOn, status }) => fromOn <= dueOn && dueOn <= toOn && status !== 'cancelled')

const listed = (texts: readonly (string | null)[]): string => {
  const said = [...new Set(texts.flatMap((one) => one ?? []))]
  const named = said.slice(0, most.named).map((one) => cut(one, most.letters))
  return named.join('；') + (said.length > most.named ? ' …' : '')
}

/** Who answers for a phase. */
export const ownerIn = ({ details, ownerId }: ExecutionPlan, key: string): string =>
  details.get(key)?.ownerId ?? ownerId

/** What stands in each column of the row of `span`, which need not be where the phase is now. */
export const cellsOf = (plan: ExecutionPlan, span: Span): Readonly<Record<Saying, string>> => {
  const detail = plan.details.get(span.key)
  const inside = tasksWithin(plan.tasks, span)
  const kept = Object.fromEntries(detailTexts.map((column) => [column, detail?.[column] ?? '']))
  const core = detail?.core ?? listed(inside.map(({ name }) => name))
  return {
    ...(kept as Record<(typeof detailTexts)[number], string>),
    ...{ core, action: core, riskPlan: riskPlanText(detail) },
    criterion: detail?.criterion ?? listed(inside.map(({ deliverable }) => deliverable)),
    owner: plan.names.get(ownerIn(plan, span.key)) ?? '',
  }
}
