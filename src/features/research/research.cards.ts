/** How research looks: a list by kind, each with who wrote it and when. */
import { actions, type Block, button, type Card, card, list, text } from '../../kit/card.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { campaignRef } from '../campaign/index.js'
import { kinds } from './research.js'
import type { ResearchNote } from './research.repo.js'

export interface ResearchState {
  campaign: { id: number; name: string; zone: string }
  notes: readonly ResearchNote[]
  /** Who wrote them, by id. */
  names: ReadonlyMap<string, string>
}

/** Lines of each kind a card shows. */
const most = 8

export const researchCard =
  (state: ResearchState) =>
  (t: Translate): Card => {
    const { campaign, notes } = state
    const ref = campaignRef(campaign.id)
    return card(t('research.title', { campaign: ref, name: cut(campaign.name, 80) }), [
      ...(notes.length === 0 ? [text(t('research.empty'))] : kinds.flatMap((kind) => part(t, state, kind))),
      actions(
        ...kinds.map((kind) =>
          button(t('research.button.add', { kind: t.named('research.kind', kind) }), 'research-add', {
            kind,
            campaign: ref,
          }),
        ),
      ),
    ])
  }

const part = (t: Translate, state: ResearchState, kind: string): Block[] => {
  const notes = state.notes.filter((note) => note.kind === kind)
  if (notes.length === 0) return []
  const heading = t('research.kindCount', { kind: t.named('research.kind', kind), count: notes.length })
  const campaign = campaignRef(state.campaign.id)
  const items = notes.slice(-most).map((note) => ({
    text: line(t, state, note),
    buttons: [button(t('research.button.remove'), 'research-remove', { note: note.number, campaign })],
  }))
  return [text([{ bold: plainText(heading) }]), list(items)]
}

const line = (t: Translate, { campaign, names }: ResearchState, note: ResearchNote): Text => {
  const { number, text: words, approach, swot, link, byId, at } = note
  return join([
    [`${number}. `, { bold: cut(words, 200) }],
    ...(swot ? [t.named('research.swot', swot)] : []),
    ...(approach ? [`→ ${cut(approach, 200)}`] : []),
    ...(link ? [cut(link, 300)] : []),
    t('research.by', { by: names.get(byId) ?? byId, date: localDate(at, campaign.zone) }),
  ])
}
