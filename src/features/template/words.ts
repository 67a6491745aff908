/** The words of a template, in the language of whoever asks: what is stored later is what stands here. */
import type { Translate } from '../../kit/translate.js'
import type { PhaseKey, TaskWord, Template, TemplateKpi, TemplateName, TemplateTask } from './template.js'

export const templateLabel = (t: Translate, name: TemplateName): string =>
  t.named(`template.${name}`, 'label')

/** The phase as this template prints it: burst is 正式执行期 in 000 and 爆发期 in 004 (O4). */
export const phaseLabel = (t: Translate, template: Template, key: PhaseKey): string =>
  t.named(`template.${template.name}.phases`, key)

/** Name and, where the document prints them, description, deliverable, support, remarks; `null` elsewhere. */
export const taskWords = (
  t: Translate,
  template: Template,
  task: TemplateTask,
): { name: string } & Record<TaskWord, string | null> => {
  const group = `template.${template.name}.tasks.${task.key}`
  const word = (name: TaskWord) => (task.words.includes(name) ? t.named(group, name) : null)
  return {
    name: t.named(group, 'name'),
    description: word('description'),
    deliverable: word('deliverable'),
    support: word('support'),
    remarks: word('remarks'),
  }
}

/** `a, b, and c` or `a、b和c`: a list as the language joins it. */
export const listed = (t: Translate, parts: readonly string[]): string =>
  new Intl.ListFormat(t.language, { type: 'conjunction' }).format(parts)

/** Name and the measure planned for the breach; `null` where the document prints none. */
export const kpiWords = (
  t: Translate,
  template: Template,
  kpi: TemplateKpi,
): { name: string; measure: string | null } => {
  const group = `template.${template.name}.kpis.${kpi.metric}`
  return { name: t.named(group, 'name'), measure: kpi.measure ? t.named(group, 'measure') : null }
}
