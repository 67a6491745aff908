/** How the compliance checklist looks. */
import { actions, button, type Card, card, list, progress } from '../../kit/card.js'
import { cut, join, type Text } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { campaignRef } from '../campaign/index.js'
import { type Item, openOf } from './compliance.js'

export interface ChecklistState {
  campaign: { id: number; name: string; zone: string }
  items: readonly Item[]
  /** Who checked, by id. */
  names: ReadonlyMap<string, string>
}

/** What is checked, in words. */
export const itemName = (t: Translate, { key, text }: Pick<Item, 'key' | 'text'>): string =>
  key === null ? (text ?? '') : t.named('compliance.check', key)

export const checklistCard =
  (state: ChecklistState) =>
  (t: Translate): Card => {
    const { campaign, items } = state
    const open = openOf(items).length
    const ref = campaignRef(campaign.id)
    return card(
      t('compliance.title', { campaign: ref, name: cut(campaign.name, 80) }),
      [
        progress(t('compliance.checked'), items.length - open, items.length),
        list(
          items.map((item) => ({
            text: line(t, state, item),
            done: item.doneAt !== null,
            buttons: [tickButton(t, ref, item)],
          })),
        ),
        actions(button(t('compliance.button.add'), 'compliance-add', { campaign: ref })),
      ],
      open > 0 ? 'warn' : 'good',
    )
  }

const line = (t: Translate, { campaign, names }: ChecklistState, item: Item): Text => {
  const name: Text = [`${item.number}. `, { bold: cut(itemName(t, item), 200) }]
  if (!item.doneAt) return name
  const by = names.get(item.doneById ?? '') ?? '–'
  const done = t('compliance.done', { by, date: localDate(item.doneAt, campaign.zone) })
  return join([name, done, ...(item.note ? [cut(item.note, 200)] : [])])
}

const tickButton = (t: Translate, campaign: string, { number, doneAt }: Item) =>
  doneAt
    ? button(t('compliance.button.reopen'), 'compliance-tick', { item: number, to: 'open', campaign })
    : button(t('compliance.button.tick'), 'compliance-tick', { item: number, to: 'done', campaign })
