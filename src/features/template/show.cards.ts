/** A template with what it creates: phases, tasks, metrics, reports and sign-off, counted from launch T. */
import { actions, type Block, button, type Card, card, list, note, table, text } from '../../kit/card.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Template, TemplateTask } from './template.js'
import type { VersionBrief } from './template.repo.js'
import { daysText, kpiWords, listed, phaseLabel, taskWords, templateTitle, versionButton } from './words.js'

export interface TemplateState {
  template: Template
  /** The saved version; null for a built-in one. */
  row: Omit<VersionBrief, 'base' | 'key' | 'authorId'> | null
  author: string
  /** Of whoever looks. */
  zone: string
}

/** Lines of each kind that are shown. */
const most = 20

export const templateCard =
  ({ template, row, author, zone }: TemplateState) =>
  (t: Translate): Card => {
    const flows = [template.approvals.goals, template.approvals.plan].filter((flow) => flow !== undefined)
    const reports = template.reports.map(({ document }) => t.named('template.document', document))
    return card(t('template.show.title', { name: cut(templateTitle(t, template), 120) }), [
      row
        ? text(t('template.show.by', { author: cut(author, 60), at: moment(row.createdAt, zone) }))
        : text(t('template.show.builtIn', { name: template.name })),
      row?.note ? note(t('template.show.note', { note: cut(row.note, 500) })) : null,
      row?.retiredAt ? text([{ bold: plainText(t('template.show.retired')) }]) : null,
      phases(t, template),
      ...part(t, t('template.show.tasks', { count: template.tasks.length }), tasks(t, template)),
      ...part(t, t('template.show.kpis', { count: template.kpis.length }), kpis(t, template)),
      note(
        join([
          t('template.list.approvals', { flows: words(t, 'template.preset', flows) }),
          t('template.list.reports', { reports: listed(t, reports) || '–' }),
        ]),
      ),
      buttons(t, template, row),
    ])
  }

const moment = (at: Date, zone: string): string => `${localDate(at, zone)} ${localTime(at, zone)}`
const words = (t: Translate, group: string, names: readonly string[]): string =>
  listed(
    t,
    names.map((name) => t.named(group, name)),
  )

const phases = (t: Translate, template: Template): Block =>
  table(
    [t('template.show.phase'), t('template.show.days'), t('template.show.length')],
    template.phases.map(({ key, from, to }) => [
      cut(phaseLabel(t, template, key), 60),
      daysText(from, to),
      String(to - from + 1),
    ]),
  )

const tasks = (t: Translate, template: Template): Text[] =>
  template.tasks.map((task) => {
    const approver = task.approver ? ` → ${t.named('people.role', task.approver)}` : ''
    return join([
      [{ bold: cut(taskWords(t, template, task).name, 80) }],
      daysText(task.from, task.to),
      `${t.named('people.role', task.owner)}${approver}`,
      ...partsOf(t, template, task),
    ])
  })

const partsOf = (t: Translate, { tasks }: Template, { after, own }: TemplateTask): Text[] => {
  const awaited = after.map((key) => `#${tasks.findIndex((one) => one.key === key) + 1}`)
  const criteria = own?.criteria.length ?? 0
  const nodes = own?.nodes.length ?? 0
  return [
    ...(awaited.length > 0 ? [t('template.show.after', { list: awaited.join(', ') })] : []),
    ...(criteria + nodes > 0 ? [t('template.show.parts', { criteria, nodes })] : []),
  ]
}

const kpis = (t: Translate, template: Template): Text[] =>
  template.kpis.map((kpi) => {
    const limit = kpi.threshold === undefined ? '' : ` (${cut(kpi.threshold, 40)})`
    return `${cut(kpiWords(t, template, kpi).name, 80)}: ${cut(kpi.target, 40)}${limit}`
  })

const part = (t: Translate, title: Text, lines: readonly Text[]): (Block | null)[] => [
  lines.length > 0 ? text(title) : null,
  lines.length > 0 ? list(lines.slice(0, most).map((line) => ({ text: line }))) : null,
  lines.length > most ? note(t('template.show.more', { count: lines.length - most })) : null,
]

const buttons = (t: Translate, template: Template, row: TemplateState['row']): Block | null => {
  if (row?.retiredAt) return null
  const name = row ? versionButton(row) : `${template.name} v1`
  return actions(
    button(t('template.show.use'), 'new-from', { template: name }, 'primary'),
    ...(row ? [button(t('template.show.retire'), 'template-retire', { template: name }, 'danger')] : []),
  )
}
