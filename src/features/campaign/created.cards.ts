/** What a template has just created, listed for whoever created the campaign. */
import type { Calendar } from '../../kit/calendar.js'
import { actions, type Block, button, type Card, card, list, note, table, text } from '../../kit/card.js'
import { cut, type Text } from '../../kit/text.js'
import { lengthInDays } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import {
  kpiWords,
  listed,
  reportsFor,
  type Template,
  taskDates,
  taskWords,
  templateNamed,
  templateTitle,
} from '../template/index.js'
import { type CampaignState, factList, gapNote, type Names } from './campaign.cards.js'
import { byDate, campaignRef } from './campaign.js'
import type { Campaign } from './campaign.repo.js'
import { phaseName } from './phases.js'
import { missingItems, rangeText } from './plan.js'

export interface CreatedState extends CampaignState {
  /** Positions for which the general owner stands in, because nobody or several hold them. */
  standIns: readonly string[]
  /** The saved version it was made from; else the built-in template. */
  template?: Template
  /** By which its reports fall due; else the mainland's. */
  calendar?: Calendar
}

/** What a template has just created, for whoever created the campaign (F2). */
export const createdCard =
  ({
    campaign,
    names,
    facts,
    standIns,
    calendar,
    template = templateNamed(campaign.template),
  }: CreatedState) =>
  (t: Translate): Card =>
    card(
      t('campaign.created.title', { campaign: campaignRef(campaign.id), name: cut(campaign.name, 120) }),
      [
        text(t('campaign.created.from', { template: cut(templateTitle(t, template), 120) })),
        phaseTable(t, campaign),
        gapNote(t, campaign),
        ...brought(t, template, campaign, names, calendar),
        factList(t, facts),
        standIns.length > 0 ? note(standInText(t, campaign, names, standIns)) : null,
        campaign.channels.length === 0
          ? note(t('campaign.created.noChannel', { campaign: campaignRef(campaign.id) }))
          : null,
        actions(...nextSteps(t, campaign, standIns)),
      ],
      'good',
    )

const phaseTable = (t: Translate, campaign: Campaign): Block =>
  table(
    [t('campaign.created.phase'), t('campaign.created.dates'), t('campaign.created.days')],
    byDate(campaign.phases).map(({ key, fromOn, toOn }) => [
      phaseName(t, campaign, key),
      rangeText(fromOn, toOn),
      String(lengthInDays(fromOn, toOn)),
    ]),
  )

const brought = (
  t: Translate,
  template: Template,
  campaign: Campaign,
  names: Names,
  calendar?: Calendar,
): Block[] => {
  const owner = (role: string) =>
    campaign.roles.find((one) => one.role === role)?.personId ?? campaign.ownerId
  const tasks = template.tasks.map((task) => {
    const { startOn, dueOn } = taskDates(task, campaign)
    const person = owner(task.owner)
    const parts = [taskWords(t, template, task).name, rangeText(startOn, dueOn), names[person] ?? person]
    return parts.join(' · ')
  })
  const kpis = template.kpis.map((kpi) => {
    const limit = kpi.threshold === undefined ? '' : ` (${kpi.threshold})`
    return `${kpiWords(t, template, kpi).name}: ${kpi.target}${limit}`
  })
  const reports = reportsFor(template, campaign, calendar).map(
    (report) => `${t.named('template.document', report.document)} · ${report.dueOn}`,
  )
  const flows = [template.approvals.goals, template.approvals.plan].filter((flow) => flow !== undefined)
  return [
    ...part(t('campaign.created.tasks', { count: tasks.length }), tasks),
    ...part(t('campaign.created.kpis', { count: kpis.length }), kpis),
    ...part(t('campaign.created.reports', { count: reports.length }), reports),
    ...part(
      t('campaign.created.approvals'),
      flows.map((flow) => t.named('template.preset', flow)),
    ),
  ]
}

/** Lines of each kind; what built-in templates bring is less. */
const most = 20

const part = (title: Text, lines: readonly string[]): Block[] => {
  if (lines.length === 0) return []
  const shown = lines.slice(0, most).map((line) => ({ text: cut(line, 200) }))
  return [text(title), list(lines.length > most ? [...shown, { text: `+${lines.length - most}` }] : shown)]
}

const standInText = (t: Translate, { id, ownerId }: Campaign, names: Names, roles: readonly string[]): Text =>
  t('campaign.created.standIns', {
    roles: listed(
      t,
      roles.map((role) => t.named('people.role', role)),
    ),
    owner: names[ownerId] ?? ownerId,
    campaign: campaignRef(id),
  })

/** The plan comes next: to be written, or to be signed when it is written. */
const planStep = (t: Translate, campaign: Campaign) => {
  const ref = campaignRef(campaign.id)
  return missingItems(campaign).length > 0
    ? button(t('campaign.created.plan'), 'plan', { campaign: ref }, 'primary')
    : button(t('campaign.created.submit'), 'submit', { subject: 'plan', campaign: ref }, 'primary')
}

const nextSteps = (t: Translate, campaign: Campaign, standIns: readonly string[]) => [
  planStep(t, campaign),
  button(t('campaign.created.show'), 'show', { campaign: campaignRef(campaign.id) }),
  ...standIns.slice(0, 5).map((role) => {
    const label = t('campaign.created.setRole', { role: t.named('people.role', role) })
    return button(label, 'role-set', { role, campaign: campaignRef(campaign.id) })
  }),
]
