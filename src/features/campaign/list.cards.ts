/** The list of campaigns, a line each. */
import { actions, button, type Card, card, list, note } from '../../kit/card.js'
import { join, type Text } from '../../kit/text.js'
import { type LocalDate, lengthInDays } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { type Names, nowText, titleOf } from './campaign.cards.js'
import { campaignRef } from './campaign.js'
import type { Campaign } from './campaign.repo.js'
import { rangeText } from './plan.js'

export interface ListState {
  campaigns: readonly Campaign[]
  total: number
  /** Each campaign has its own zone. */
  todayOf: (campaign: Campaign) => LocalDate
  names: Names
}

/** As many campaigns as were read, and how many more there are. */
export const listCard =
  ({ campaigns, total, todayOf, names }: ListState) =>
  (t: Translate): Card =>
    card(t('campaign.list.title', { count: total }), [
      list(
        campaigns.map((campaign) => ({
          text: lineOf(t, campaign, todayOf(campaign), names),
          buttons: [open(t, campaign)],
        })),
      ),
      total > campaigns.length ? note(t('campaign.list.more', { count: total - campaigns.length })) : null,
      total === 0 ? actions(button(t('campaign.list.new'), 'new')) : null,
    ])

const lineOf = (t: Translate, campaign: Campaign, today: LocalDate, names: Names): Text =>
  join([
    [{ bold: titleOf(campaign, 60) }],
    ...(campaign.status === 'active' ? [] : [t.named('campaign.status', campaign.status)]),
    t.named('campaign.stage', campaign.stage),
    nowText(t, campaign, today),
    t('campaign.list.dates', {
      range: rangeText(campaign.launchOn, campaign.endOn),
      days: lengthInDays(campaign.launchOn, campaign.endOn),
    }),
    names[campaign.ownerId] ?? campaign.ownerId,
  ])

const open = (t: Translate, { id }: Campaign) =>
  button(t('campaign.card.open'), 'show', { campaign: campaignRef(id) })
