/** From days counted from T to calendar days: phases fill the wished time, tasks and reports follow them. */
import { addWorkingDays, type Calendar, mainland } from '../../kit/calendar.js'
import { addDays, type LocalDate, lengthInDays } from '../../kit/time.js'
import {
  isPublicPhase,
  type PhaseKey,
  type ReportDocument,
  type ReportDue,
  type Template,
  type TemplateTask,
} from './template.js'

export interface DatedPhase {
  key: PhaseKey
  fromOn: LocalDate
  toOn: LocalDate
}

/** What tasks and reports are dated by; a stored campaign is one. */
export interface Run {
  launchOn: LocalDate
  /** E, the last public day. */
  endOn: LocalDate
  phases: readonly { key: string; fromOn: LocalDate; toOn: LocalDate }[]
}

const lengthOf = ({ from, to }: { from: number; to: number }): number => to - from + 1
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * `total` days in the proportions of `lengths` by largest remainder, each part at least one day.
 * `null` when there are more parts than days.
 */
export const share = (total: number, lengths: readonly number[]): number[] | null => {
  if (total < lengths.length) return null
  const exact = lengths.map((length) => (total * length) / sum(lengths))
  const parts = exact.map(Math.floor)
  const remainder = (i: number) => (exact[i] ?? 0) - Math.floor(exact[i] ?? 0)
  const byRemainder = parts.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b)
  for (const i of byRemainder.slice(0, total - sum(parts))) parts[i] = (parts[i] ?? 0) + 1
  while (parts.includes(0)) {
    const longest = parts.indexOf(Math.max(...parts))
    parts[longest] = (parts[longest] ?? 0) - 1
    parts[parts.indexOf(0)] = 1
  }
  return parts
}

/** The last public day of the template when it starts on `launchOn`. */
export const endFor = (template: Template, launchOn: LocalDate): LocalDate =>
  addDays(launchOn, Math.max(...template.phases.filter(({ key }) => isPublicPhase(key)).map(({ to }) => to)))

/** The launch T that puts the first phase of the template on `first`. */
export const launchFor = (template: Template, first: LocalDate): LocalDate =>
  addDays(first, -(template.phases[0]?.from ?? 0))

/**
 * The dated phases of `template`. Public phases fill `launchOn` … `endOn` (default: printed) in the printed
 * proportions; preparation keeps its days before T, the retrospective its length from the day after E.
 * @returns null when there are fewer days than public phases, e.g. an end before the launch.
 */
export const phasesFor = (
  template: Template,
  launchOn: LocalDate,
  endOn: LocalDate = endFor(template, launchOn),
): DatedPhase[] | null => {
  if (endOn === endFor(template, launchOn))
    return template.phases.map(({ key, from, to }) => dated(key, launchOn, from, to))
  const open = template.phases.filter(({ key }) => isPublicPhase(key))
  const lengths = share(lengthInDays(launchOn, endOn), open.map(lengthOf))
  if (lengths === null) return null
  const shift = lengthInDays(launchOn, endOn) - sum(open.map(lengthOf))
  return template.phases.map(({ key, from, to }) => {
    const at = open.findIndex((phase) => phase.key === key)
    if (at >= 0) {
      const start = sum(lengths.slice(0, at))
      return dated(key, launchOn, start, start + (lengths[at] ?? 1) - 1)
    }
    return from < 0 ? dated(key, launchOn, from, to) : dated(key, launchOn, from + shift, to + shift)
  })
}

const dated = (key: PhaseKey, launchOn: LocalDate, from: number, to: number): DatedPhase => ({
  key,
  fromOn: addDays(launchOn, from),
  toOn: addDays(launchOn, to),
})

/** First and last day of a task: those of its phase, else counted from T. */
export const taskDates = (task: TemplateTask, run: Run): { startOn: LocalDate; dueOn: LocalDate } => {
  const phase = run.phases.find(({ key }) => key === task.phase)
  if (phase) return { startOn: phase.fromOn, dueOn: phase.toOn }
  return { startOn: addDays(run.launchOn, task.from), dueOn: addDays(run.launchOn, task.to) }
}

const dueOn = (due: ReportDue, run: Run, calendar: Calendar): LocalDate => {
  if (due.anchor === 'half') {
    return addDays(run.launchOn, Math.ceil(lengthInDays(run.launchOn, run.endOn) / 2) - 1)
  }
  if (due.anchor === 'end') {
    return due.count === 'working'
      ? addWorkingDays(run.endOn, due.days, calendar)
      : addDays(run.endOn, due.days)
  }
  const last = run.phases.find(({ key }) => key === 'retrospective')
  return last?.toOn ?? addDays(run.endOn, due.otherwise)
}

/** The reports `template` asks for, with their due days (R66 to R69, O15, O38). */
export const reportsFor = (
  template: Template,
  run: Run,
  calendar: Calendar = mainland,
): { document: ReportDocument; dueOn: LocalDate }[] =>
  template.reports.map(({ document, due }) => ({ document, dueOn: dueOn(due, run, calendar) }))
