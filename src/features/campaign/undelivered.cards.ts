/** What could not be delivered where, why, and what to do about it. */
import { actions, button, type Card, card, note, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { campaignRef } from './campaign.js'
import type { Campaign } from './campaign.repo.js'
import { bareChannel, type Mendable } from './undelivered.js'

export interface UndeliveredState {
  campaign: Pick<Campaign, 'id' | 'name'> | null
  /** Where it was to go: a channel, else a person by name. */
  channel: string | null
  person: string
  fault: Mendable
  /** What the platform named; empty when nothing. */
  detail: string
  /** It is tried again. */
  waits: boolean
}

export const undeliveredCard =
  (state: UndeliveredState) =>
  (t: Translate): Card => {
    const { campaign, fault, detail, waits } = state
    return card(
      t('campaign.undelivered.title'),
      [
        text(where(t, state)),
        text(t(`campaign.undelivered.${fault}.says`)),
        text(t(`campaign.undelivered.${fault}.cure`)),
        note(t(waits ? 'campaign.undelivered.waits' : 'campaign.undelivered.over')),
        detail === '' ? null : note(t('campaign.undelivered.detail', { detail: cut(detail, 200) })),
        campaign && actions(button(openLabel(t, campaign), 'show', { campaign: campaignRef(campaign.id) })),
      ],
      'warn',
    )
  }

const where = (t: Translate, { channel, person }: UndeliveredState) =>
  channel === null
    ? t('campaign.undelivered.person', { name: cut(person, 60) })
    : t('campaign.undelivered.channel', { channel: { code: bareChannel(channel) } })

const openLabel = (t: Translate, { id, name }: Pick<Campaign, 'id' | 'name'>) =>
  t('campaign.undelivered.open', { campaign: campaignRef(id), name: cut(name, 40) })
