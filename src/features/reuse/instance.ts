/** What a template asks of one campaign: its phases and tasks on the days of that campaign, counted from the launch. */
import { daysBetween } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Span } from '../campaign/index.js'
import { limitsFrom } from '../kpi/index.js'
import {
  type Content,
  type ContentKpi,
  type ContentTask,
  kpiWords,
  phaseLabel,
  type Template,
  type TemplateKpi,
  type TemplateTask,
  taskDates,
  taskWords,
} from '../template/index.js'

/** The days a template falls on; a stored campaign is one. */
export interface Run {
  launchOn: string
  endOn: string
  phases: readonly Pick<Span, 'key' | 'fromOn' | 'toOn'>[]
}

/** @param t the words of a built-in template; a saved one has its own */
export const instanceOf = (t: Translate, template: Template, run: Run): Content => ({
  base: template.name,
  type: template.type,
  phases: template.phases.flatMap(({ key }) => {
    const dated = run.phases.find((phase) => phase.key === key)
    if (!dated) return []
    const [from, to] = [daysBetween(run.launchOn, dated.fromOn), daysBetween(run.launchOn, dated.toOn)]
    return [{ key, label: phaseLabel(t, template, key), from, to }]
  }),
  tasks: template.tasks.map((task) => taskIn(t, template, task, run)),
  kpis: template.kpis.map((kpi) => kpiIn(t, template, kpi)),
  reports: template.reports.map(({ document, due }) => ({ document, due })),
})

const taskIn = (t: Translate, template: Template, task: TemplateTask, run: Run): ContentTask => {
  const { key, owner, priority } = task
  const { startOn, dueOn } = taskDates(task, run)
  const words = taskWords(t, template, task)
  return {
    ...{ key, owner, approver: task.approver ?? null, priority, after: [...task.after] },
    from: daysBetween(run.launchOn, startOn),
    to: daysBetween(run.launchOn, dueOn),
    phase: run.phases.some((phase) => phase.key === task.phase) ? (task.phase ?? null) : null,
    ...{ ...words, predecessor: words.predecessor ?? null },
    criteria: task.own?.criteria.map((one) => ({ ...one })) ?? [],
    nodes: task.own?.nodes.map((one) => ({ ...one })) ?? [],
  }
}

const kpiIn = (t: Translate, template: Template, kpi: TemplateKpi): ContentKpi => {
  const { metric, target, threshold = null, better } = kpi
  const numbers = (kpi.own?.numbers ?? printed(kpi)) as ContentKpi['numbers']
  return { metric, ...kpiWords(t, template, kpi), better, target, threshold, numbers }
}

const printed = ({ target, threshold }: TemplateKpi) => {
  const { target: number, unit, kind, operator, limit } = limitsFrom(target, threshold)
  return { target: number.toFixed(), unit, kind, operator, limit: limit?.toFixed() ?? null }
}
