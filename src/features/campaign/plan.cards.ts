/** The campaign plan as a card: every section, and what is still missing. */
import { actions, button, type Card, card, list, text } from '../../kit/card.js'
import { cut, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { titleOf } from './campaign.cards.js'
import { campaignRef, isOpen } from './campaign.js'
import type { Campaign } from './campaign.repo.js'
import { missingItems, type Section, sectionsOf } from './plan.js'

/** How much of a section the card shows. */
const shown = 600

export const planCard =
  ({ campaign }: { campaign: Campaign }) =>
  (t: Translate): Card => {
    const sections = sectionsOf(campaign)
    const missing = missingItems(campaign).length
    const filled = sections.length - missing
    return card(
      titleOf(campaign),
      [
        text(t('campaign.plan.title')),
        text(missing > 0 ? t('campaign.plan.missing', { missing, filled }) : t('campaign.plan.complete')),
        list(sections.map((section) => line(t, campaign, section))),
        isOpen(campaign)
          ? actions(button(t('campaign.plan.show'), 'show', { campaign: campaignRef(campaign.id) }))
          : null,
      ],
      missing > 0 ? 'warn' : 'good',
    )
  }

const line = (t: Translate, campaign: Campaign, { item, content }: Section) => {
  const empty = content.trim() === ''
  const body: Text = empty
    ? t('campaign.plan.empty', { hint: t.named('campaign.hint', item) })
    : cut(content, shown)
  const label = { bold: `${t.named('campaign.item', item)}: ` }
  return {
    text: [label, ...(typeof body === 'string' ? [body] : body)],
    done: !empty,
    buttons: isOpen(campaign) ? [write(t, campaign, item, empty)] : [],
  }
}

/** The dates of the phases are set phase by phase, the rest is text. */
const write = (t: Translate, { id }: Campaign, item: string, empty: boolean) => {
  const label = t(empty ? 'campaign.plan.write' : 'campaign.plan.change')
  const campaign = campaignRef(id)
  return item === 'time'
    ? button(label, 'phase-set', { campaign })
    : button(label, 'plan-set', { item, campaign })
}
