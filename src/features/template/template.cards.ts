/** The list of templates: what each of them creates, with a button that starts a campaign, and their saved versions. */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut, join, type Text } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Template } from './template.js'
import type { VersionBrief } from './template.repo.js'
import { listed, phaseLabel, templateLabel, versionButton, versionName } from './words.js'

const brings = (t: Translate, template: Template): Text => {
  const { phases, tasks, kpis, reports, approvals } = template
  const flows = [approvals.goals, approvals.plan].filter((preset) => preset !== undefined)
  return join([
    t('template.list.counts', { phases: phases.length, tasks: tasks.length, kpis: kpis.length }),
    phases.map(({ key }) => phaseLabel(t, template, key)).join(' → '),
    t('template.list.approvals', {
      flows: listed(
        t,
        flows.map((flow) => t.named('template.preset', flow)),
      ),
    }),
    t('template.list.reports', {
      reports: listed(
        t,
        reports.map((report) => t.named('template.document', report.document)),
      ),
    }),
  ])
}

const entry = (t: Translate, template: Template): Block[] => {
  const { name } = template
  const title = [{ bold: templateLabel(t, name) }, ` (${name}) – ${t.named(`template.${name}`, 'summary')}`]
  return [
    text(title),
    note(brings(t, template)),
    actions(button(t('template.list.use', { template: name }), 'new-from', { template: name })),
  ]
}

export interface Saved {
  /** The newest first. */
  versions: readonly VersionBrief[]
  total: number
  /** Names of the authors by their id. */
  names: Readonly<Record<string, string>>
  /** Of whoever looks. */
  zone: string
}

/** All templates, each with what it creates (F2), and the versions that teams have saved (F122). */
export const templateListCard =
  (templates: readonly Template[], saved?: Saved) =>
  (t: Translate): Card =>
    card(t('template.list.title'), [
      ...templates.flatMap((template) => entry(t, template)),
      ...(saved && saved.total > 0 ? versionsList(t, saved) : []),
    ])

const versionsList = (t: Translate, { versions, total, names, zone }: Saved): Block[] => [
  text(t('template.list.saved', { count: total })),
  list(
    versions.map((one) => ({
      text: join([
        [{ bold: versionName({ ...one, name: cut(one.name, 60) }) }],
        ...(one.retiredAt ? [t('template.show.retired')] : []),
        cut(names[one.authorId] ?? one.authorId, 40),
        localDate(one.createdAt, zone),
        ...(one.note ? [cut(one.note, 80)] : []),
      ]),
      buttons: [button(t('template.list.show'), 'template-show', { template: versionButton(one) })],
    })),
  ),
  ...(total > versions.length ? [note(t('template.show.more', { count: total - versions.length }))] : []),
]
