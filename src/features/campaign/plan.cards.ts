/** The campaign plan as a card: every section, and what is still missing. */
import { actions, type Block, button, type Card, card, list, text } from '../../kit/card.js'
import { cut, plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { titleOf } from './campaign.cards.js'
import { campaignRef, isOpen } from './campaign.js'
import type { Campaign } from './campaign.repo.js'
import { inputsOf, missingItems, type Section, sectionsOf } from './plan.js'

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
        ...inputs(t, campaign),
        isOpen(campaign)
          ? actions(
              button(t('campaign.plan.execution'), 'execution-plan', { campaign: campaignRef(campaign.id) }),
              button(t('campaign.plan.show'), 'show', { campaign: campaignRef(campaign.id) }),
            )
          : null,
      ],
      missing > 0 ? 'warn' : 'good',
    )
  }

/** What was found out before, as far as somebody noted it (F13). */
const inputs = (t: Translate, campaign: Campaign): Block[] => {
  const content = inputsOf(campaign)
  if (content === '') return []
  const research = button(t('campaign.plan.research'), 'research', { campaign: campaignRef(campaign.id) })
  return [
    list([
      {
        text: [{ bold: `${plainText(t('campaign.plan.inputs'))}: ` }, cut(content, shown)],
        buttons: [research],
      },
    ]),
  ]
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
