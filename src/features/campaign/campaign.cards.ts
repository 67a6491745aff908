/** How a campaign looks in its channel: where it stands, what follows, what needs attention. */
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  fields,
  list,
  note,
  progress,
  type Tone,
  text,
} from '../../kit/card.js'
import type { Fact } from '../../kit/feature.js'
import { cut, join, type Text } from '../../kit/text.js'
import { daysBetween, type LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { byDate, campaignRef, dayOf, gaps, isOpen, phaseOn } from './campaign.js'
import type { Campaign } from './campaign.repo.js'
import { phaseName } from './phases.js'
import { rangeText } from './plan.js'

/** Names of people by their id. */
export type Names = Readonly<Record<string, string>>

export interface CampaignState {
  campaign: Campaign
  today: LocalDate
  names: Names
  facts: readonly Fact[]
}

export const titleOf = ({ id, name }: Pick<Campaign, 'id' | 'name'>, max = 120): string =>
  `${campaignRef(id)} · ${cut(name, max)}`

/** The card of a campaign (F17). */
export const campaignCard =
  ({ campaign, today, names, facts }: CampaignState) =>
  (t: Translate): Card =>
    card(
      titleOf(campaign),
      [
        campaign.status === 'active' ? null : text([{ bold: t.named('campaign.status', campaign.status) }]),
        fields(overview(t, campaign, today, names)),
        ...byDate(campaign.phases).map((phase) => {
          const { day, total } = dayOf(phase, today)
          return progress(
            `${phaseName(t, campaign, phase.key)} ${rangeText(phase.fromOn, phase.toOn)}`,
            day,
            total,
          )
        }),
        gapNote(t, campaign),
        rolesNote(t, campaign, names),
        factList(t, facts),
        isOpen(campaign) ? buttons(t, campaign) : null,
      ],
      isOpen(campaign) ? worst(facts) : 'plain',
    )

const overview = (t: Translate, campaign: Campaign, today: LocalDate, names: Names): [Text, Text][] => [
  [t('campaign.card.stage'), t.named('campaign.stage', campaign.stage)],
  [t('campaign.card.now'), nowText(t, campaign, today)],
  [t('campaign.card.launch'), join([campaign.launchOn, launchText(t, campaign.launchOn, today)])],
  [t('campaign.card.end'), campaign.endOn],
  [t('campaign.card.owner'), names[campaign.ownerId] ?? campaign.ownerId],
  [
    t('campaign.card.kind'),
    `${t.named('campaign.type', campaign.type)} · ${t.named('campaign.form', campaign.form)}`,
  ],
  ...(campaign.theme ? [[t('campaign.card.theme'), cut(campaign.theme, 200)] as [Text, Text]] : []),
  ...(campaign.audience ? [[t('campaign.card.audience'), cut(campaign.audience, 200)] as [Text, Text]] : []),
]

/** `爆发期, day 2 of 3`, or why there is no phase today. */
export const nowText = (
  t: Translate,
  campaign: Pick<Campaign, 'phases' | 'template'>,
  today: LocalDate,
): Text => {
  const phase = phaseOn(campaign, today)
  if (phase)
    return t('campaign.card.phase', { phase: phaseName(t, campaign, phase.key), ...dayOf(phase, today) })
  const phases = byDate(campaign.phases)
  const next = phases.find(({ fromOn }) => fromOn > today)
  if (!next) return t('campaign.card.over')
  const params = { phase: phaseName(t, campaign, next.key), days: daysBetween(today, next.fromOn) }
  return next === phases[0] ? t('campaign.card.before', params) : t('campaign.card.between', params)
}

const launchText = (t: Translate, launchOn: LocalDate, today: LocalDate): Text => {
  const days = daysBetween(today, launchOn)
  if (days > 0) return t('campaign.card.launchIn', { days })
  return days === 0 ? t('campaign.card.launchToday') : t('campaign.card.launched', { days: -days })
}

/** Gaps are allowed and shown (O49). */
export const gapNote = (t: Translate, campaign: Pick<Campaign, 'phases'>): Block | null => {
  const found = gaps(campaign)
  if (found.length === 0) return null
  const lines = found.map(({ fromOn, toOn, days }) =>
    t('campaign.card.gap', { days, range: rangeText(fromOn, toOn) }),
  )
  return note(join(lines))
}

const rolesNote = (t: Translate, campaign: Campaign, names: Names): Block | null => {
  if (campaign.roles.length === 0) return null
  const holders = campaign.roles.map(
    ({ role, personId }) => `${t.named('people.role', role)}: ${cut(names[personId] ?? personId, 30)}`,
  )
  return note(t('campaign.card.roles', { list: holders.join(' · ') }))
}

/** What the features know of the campaign, each with the list behind it. */
export const factList = (t: Translate, facts: readonly Fact[]): Block | null =>
  facts.length === 0
    ? null
    : list(
        facts.map(({ key, params, open }) => ({
          text: t(key, params),
          buttons: open ? [button(t(open.label, params), open.command, open.args)] : [],
        })),
      )

const worst = (facts: readonly Fact[]): Tone =>
  (['bad', 'warn'] as const).find((tone) => facts.some((fact) => fact.tone === tone)) ?? 'plain'

const buttons = (t: Translate, { id, stage }: Campaign) =>
  actions(button(t('campaign.card.next'), 'stage-next', { campaign: campaignRef(id), leaving: stage }))
