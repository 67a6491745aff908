/** What a campaign says on the way: why a stage cannot be left, and that it is over. */
import { actions, button, type Card, card, list, note, text } from '../../kit/card.js'
import type { Unmet } from '../../kit/feature.js'
import { cut, join } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { titleOf } from './campaign.cards.js'
import { campaignRef } from './campaign.js'
import type { Campaign } from './campaign.repo.js'

export interface UnmetState {
  campaign: Campaign
  unmet: readonly Unmet[]
}

/** Why the stage cannot be left yet (F18). */
export const unmetCard =
  ({ campaign, unmet }: UnmetState) =>
  (t: Translate): Card => {
    const ref = campaignRef(campaign.id)
    const stage = t.named('campaign.stage', campaign.stage)
    return card(
      titleOf(campaign),
      [
        text(t('campaign.stay.text', { stage, count: unmet.length })),
        list(unmet.slice(0, 20).map(({ key, params }) => ({ text: t(key, params), done: false }))),
        unmet.length > 20 ? note(t('campaign.list.more', { count: unmet.length - 20 })) : null,
        actions(
          button(t('campaign.stay.again'), 'stage-next', { campaign: ref, leaving: campaign.stage }),
          button(t('campaign.card.plan'), 'plan', { campaign: ref }),
        ),
      ],
      'warn',
    )
  }

export interface CancelledState {
  campaign: Campaign
  by: string
  reason: string
}

export const cancelledCard =
  ({ campaign, by, reason }: CancelledState) =>
  (t: Translate): Card =>
    card(titleOf(campaign), [
      text(t('campaign.cancelled.text', { name: by })),
      text(join([t('campaign.cancelled.reason'), cut(reason, 1000)], ' ')),
    ])
