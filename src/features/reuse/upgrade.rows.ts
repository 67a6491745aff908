/** What a newer version says of tasks, as rows that the task feature takes over. */
import { addDays } from '../../kit/time.js'
import type { Campaign } from '../campaign/index.js'
import type { Task, TaskRow } from '../task/index.js'
import type { Content, ContentTask } from '../template/index.js'
import type { Entry } from './diff.js'

interface Upgrade {
  campaign: Campaign
  theirs: Content
  tasks: readonly Task[]
  /** Also of the tasks that are to come. */
  numbers: Readonly<Record<string, number>>
}

const texts = ['description', 'deliverable', 'support', 'predecessor', 'remarks'] as const

/** Rows for the changes to tasks; what is not named in them stays as it is. */
export const rowsFor = (upgrade: Upgrade, entries: readonly Entry[]): TaskRow[] =>
  entries.flatMap((entry) => {
    const number = upgrade.numbers[entry.key]
    const task = upgrade.tasks.find((one) => one.number === number)
    const theirs = upgrade.theirs.tasks.find(({ key }) => key === entry.key)
    if (number === undefined) return []
    if (entry.how === 'removed') return task ? [{ ...asIs(task), status: 'cancelled' as const }] : []
    if (!theirs) return []
    const whole = { number, ...rowOf(upgrade, theirs) }
    if (entry.how === 'added') return [whole]
    return task ? [{ ...asIs(task), ...only(whole, entry) }] : []
  })

const asIs = ({ number, name, ownerId, startOn, dueOn }: Task): TaskRow => ({
  ...{ number, name, ownerId, startOn, dueOn },
})

const rowOf = ({ campaign, numbers }: Upgrade, task: ContentTask): Omit<TaskRow, 'number'> => {
  const holder = (role: string) =>
    campaign.roles.find((one) => one.role === role)?.personId ?? campaign.ownerId
  const ownerId = holder(task.owner)
  const approver = task.approver === null ? null : holder(task.approver)
  const { name, priority, description, deliverable, support, predecessor, remarks } = task
  return {
    ...{ name, priority, description, deliverable, support, predecessor, remarks, ownerId },
    // Nobody accepts their own work.
    approverId: approver === ownerId ? null : approver,
    startOn: addDays(campaign.launchOn, task.from),
    dueOn: addDays(campaign.launchOn, task.to),
    predecessors: task.after.flatMap((key) => numbers[key] ?? []),
  }
}

/** The columns in which the version differs. */
const only = (whole: TaskRow, { fields }: Entry): Partial<TaskRow> => {
  const named = (field: string) => fields.some((one) => one.field === field)
  const { name, ownerId, approverId, startOn, dueOn, priority, predecessors } = whole
  return {
    ...(named('name') && { name }),
    ...(named('owner') && { ownerId }),
    ...(named('approver') && { approverId: approverId ?? null }),
    ...(named('days') && { dueOn, ...(startOn && { startOn }) }),
    ...(named('priority') && priority && { priority }),
    ...(named('after') && { predecessors: predecessors ?? [] }),
    ...Object.fromEntries(texts.filter(named).map((text) => [text, whole[text] ?? null])),
  }
}
