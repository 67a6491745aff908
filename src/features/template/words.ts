/** The words of a template, in the language of whoever asks: what is stored later is what stands here. */
import type { Translate } from '../../kit/translate.js'
import type { PhaseKey, TaskWord, Template, TemplateKpi, TemplateName, TemplateTask } from './template.js'

export const templateLabel = (t: Translate, name: TemplateName): string =>
  t.named(`template.${name}`, 'label')

/** The phase as this template prints it: burst is 正式执行期 in 000 and 爆发期 in 004 (O4). */
export const phaseLabel = (t: Translate, template: Template, key: PhaseKey): string =>
  template.phases.find((phase) => phase.key === key)?.label ??
  t.named(`template.${template.name}.phases`, key)

/** `ecom-004 v2`, or the name of the document that is built in. */
export const templateTitle = (t: Translate, { name, saved }: Template): string =>
  saved ? versionName(saved) : templateLabel(t, name)

/** `ecom-004 v2`, as it may be typed. */
export const versionName = ({ name, version }: { name: string; version: number }): string =>
  `${name} v${version}`

/** Name and, where the document prints them, description, deliverable, support, remarks; `null` elsewhere. */
export const taskWords = (
  t: Translate,
  template: Template,
  task: TemplateTask,
): { name: string; predecessor?: string | null } & Record<TaskWord, string | null> => {
  if (task.own) {
    const { name, description, deliverable, predecessor, support, remarks } = task.own
    return { name, description, deliverable, predecessor, support, remarks }
  }
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
  if (kpi.own) return { name: kpi.own.name, measure: kpi.own.measure }
  const group = `template.${template.name}.kpis.${kpi.metric}`
  return { name: t.named(group, 'name'), measure: kpi.measure ? t.named(group, 'measure') : null }
}

/** `T-15`, `T-3…T-1`, `T+2`: days as people count them from the launch. */
export const daysText = (from: number, to: number): string => {
  const count = (days: number): string => (days === 0 ? 'T' : `T${days > 0 ? '+' : ''}${days}`)
  return from === to ? count(from) : `${count(from)}…${count(to)}`
}

/** Name and version as they were typed: `ecom-004`, `v2` or `2`. */
export const versionRef = (name: string, version: string | undefined): string =>
  version === undefined ? name : `${name} v${version.normalize('NFKC').replace(/^v ?/iu, '')}`

/** What a button says for something called `name`: the name, or `#3` where it could not be typed back as it is. */
export const typable = (name: string, id: number): string =>
  /^[\p{L}\p{N}._-]+(?: [\p{L}\p{N}._-]+)*$/u.test(name) ? name : `#${id}`

/** The number of `#3`; null for anything else. */
export const numberIn = (text: string): number | null => {
  const [, digits] = /^#([1-9]\d{0,8})$/.exec(text.trim()) ?? []
  return digits === undefined ? null : Number(digits)
}

/** A saved version, as a button names it. */
export const versionButton = (row: { id: number; name: string; version: number }): string =>
  typable(versionName(row), row.id)
