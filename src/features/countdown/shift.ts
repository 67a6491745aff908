/** What moves when the launch moves: computed for the preview, and again when it is confirmed. */
import type { Reading } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { daysBetween, type LocalDate } from '../../kit/time.js'
import { calendarOf } from '../calendar/index.js'
import { bounds, byDate, type Campaign, type Span } from '../campaign/index.js'
import { type Report, reportsOf } from '../report/index.js'
import { type Task, tasksOf } from '../task/index.js'
import { reportsFor, templateUsed } from '../template/index.js'
import { shifted, taskShifted } from './countdown.js'
import { fixedIn, type Milestone, milestonesOf } from './countdown.repo.js'

export interface Moved<T> {
  before: T
  now: T
}

export interface Shift {
  campaign: Campaign
  launchOn: LocalDate
  /** Days the launch moves; negative when it comes earlier. */
  days: number
  phases: Moved<Span>[]
  milestones: Moved<Milestone>[]
  tasks: Moved<Task>[]
  reports: Moved<Pick<Report, 'document' | 'dueOn'>>[]
  /** How many stay because they are done. */
  done: number
  /** How many stay because somebody fixed their dates. */
  fixed: number
}

/** The points of the countdown that follow a launch that moves by `days`. */
export const milestonesMoved = (milestones: readonly Milestone[], days: number): Moved<Milestone>[] =>
  milestones.filter(({ doneAt }) => doneAt === null).map((before) => ({ before, now: shifted(before, days) }))

/** Everything that follows the launch of `campaign` to `launchOn`; nothing is kept. */
export const shiftTo = async ({ db }: Reading, campaign: Campaign, launchOn: LocalDate): Promise<Shift> => {
  const { id } = campaign
  const days = daysBetween(campaign.launchOn, launchOn)
  const fixed = await fixedIn(db, id)
  const [milestones, tasks] = [await milestonesOf(db, id), await tasksOf(db, id)]
  const phases = byDate(campaign.phases)
    .filter(({ key }) => !fixed.has(`phase:${key}`))
    .map((before) => ({ before, now: shifted(before, days) }))
  return {
    ...{ campaign, launchOn, days, phases },
    milestones: milestonesMoved(milestones, days),
    tasks: tasksMoved(
      tasks.filter((task) => !fixed.has(`task:${task.id}`)),
      days,
    ),
    reports: await reportsMoved(db, campaign, phases),
    done:
      tasks.filter(({ status }) => status === 'done').length + milestones.filter((one) => one.doneAt).length,
    fixed: fixed.size,
  }
}

const tasksMoved = (tasks: readonly Task[], days: number): Moved<Task>[] =>
  tasks
    .map((before) => ({ before, now: { ...before, ...taskShifted(before, days) } }))
    .filter(({ before, now }) => before.startOn !== now.startOn || before.dueOn !== now.dueOn)

/** Due days follow from the phases and the end, as when a phase is set. */
const reportsMoved = async (db: Db, campaign: Campaign, phases: readonly Moved<Span>[]) => {
  const calendar = await calendarOf(db, campaign.organisation)
  const now = campaign.phases.map(
    (phase) => phases.find(({ before }) => before.key === phase.key)?.now ?? phase,
  )
  const due = reportsFor(
    await templateUsed(db, campaign),
    { ...campaign, ...bounds(now), phases: now },
    calendar,
  )
  return (await reportsOf(db, campaign.id)).flatMap((before) => {
    const dueOn = due.find(({ document }) => document === before.document)?.dueOn
    if (dueOn === undefined || dueOn === before.dueOn || before.deliveredAt !== null) return []
    return [{ before, now: { ...before, dueOn } }]
  })
}
