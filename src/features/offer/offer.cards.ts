/** How offers look: each rule in one line, and the rules page 活动规则说明页 (D26, F14). */
import { actions, button, type Card, card, fields, list, note, text } from '../../kit/card.js'
import { cut, plainText, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { byDate, campaignRef, phaseName, rangeText } from '../campaign/index.js'
import { remaining, ruleOf } from './offer.js'
import type { Offer } from './offer.repo.js'

export interface OffersState {
  campaign: {
    id: number
    name: string
    template: string
    phases: readonly { key: string; label: string; fromOn: string; toOn: string }[]
  }
  today: LocalDate
  offers: readonly Offer[]
}

/** `满300减50，每日前1000名，不可叠加`: the rule as everybody prints it. */
export const ruleLine = (t: Translate, offer: Offer): string => plainText(t('offer.rule', ruleOf(offer)))

export const offersCard =
  ({ campaign, today, offers }: OffersState) =>
  (t: Translate): Card => {
    const ref = campaignRef(campaign.id)
    const title = t('offer.title', { campaign: ref, name: cut(campaign.name, 80) })
    const add = button(t('offer.button.add'), 'offer-set', { campaign: ref })
    if (offers.length === 0) return card(title, [text(t('offer.empty')), actions(add)])
    const over = offers.some((offer) => remaining(offer, today) === 0)
    return card(
      title,
      [
        list(offers.map((offer) => ({ text: line(t, offer, today), buttons: buttonsFor(t, ref, offer) }))),
        actions(add, button(t('offer.button.page'), 'offer-page', { campaign: ref })),
      ],
      over ? 'warn' : 'plain',
    )
  }

const line = (t: Translate, offer: Offer, today: LocalDate): Text => {
  const left = remaining(offer, today)
  const rule: Text = [
    `${offer.number}. `,
    { bold: ruleLine(t, offer) },
    ` · ${t.named('offer.mechanics', offer.mechanics)}`,
  ]
  if (left === null) return rule
  return [...rule, ` · ${plainText(t('offer.left', { count: left }))}`]
}

const buttonsFor = (t: Translate, campaign: string, { number, dailyCap, version }: Offer) => [
  ...(dailyCap === null ? [] : [button(t('offer.button.used'), 'offer-used', { offer: number, campaign })]),
  button(t('offer.button.remove'), 'offer-remove', { offer: number, campaign, seen: version }),
]

/** The rules as customers are to read them. */
export const rulesPage =
  ({ campaign, offers }: OffersState) =>
  (t: Translate): Card =>
    card(
      t('offer.page.title', { name: cut(campaign.name, 120) }),
      [
        fields(
          byDate(campaign.phases).map((phase) => [
            phaseName(t, campaign, phase.key),
            rangeText(phase.fromOn, phase.toOn),
          ]),
        ),
        offers.length === 0
          ? text(t('offer.empty'))
          : list(offers.map((offer) => ({ text: `${offer.number}. ${ruleLine(t, offer)}` }))),
        note(t('offer.page.note')),
      ],
      'plain',
    )
