/** The list of templates: what each of them creates, with a button that starts a campaign. */
import { actions, type Block, button, type Card, card, note, text } from '../../kit/card.js'
import { join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { Template } from './template.js'
import { listed, phaseLabel, templateLabel } from './words.js'

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

/** All templates, each with what it creates (F2). */
export const templateListCard =
  (templates: readonly Template[]) =>
  (t: Translate): Card =>
    card(
      t('template.list.title'),
      templates.flatMap((template) => entry(t, template)),
    )
