/** The consensus table on a card: every goal row with what each department and its owner has said. */
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  list,
  note,
  progress,
  text,
} from '../../../kit/card.js'
import { cut, join } from '../../../kit/text.js'
import type { Translate } from '../../../kit/translate.js'
import { type Campaign, campaignRef } from '../../campaign/index.js'
import { goalRef } from '../../goal/index.js'
import { showButton } from '../approval.cards.js'
import { approvalRef } from '../approval.js'
import { chain } from '../approval.lines.js'
import { type Row, rowName } from './consensus.js'

export interface ConsensusState {
  campaign: Pick<Campaign, 'id' | 'name'>
  rows: readonly Row[]
}

const shown = 20

export const consensusCard =
  ({ campaign, rows }: ConsensusState) =>
  (t: Translate): Card => {
    const agreed = rows.filter(({ state }) => state === 'agreed').length
    const more = rows.length - shown
    const ref = campaignRef(campaign.id)
    const title = t('approval.consensus.title', { campaign: `${ref} ${cut(campaign.name, 60)}` })
    if (rows.length === 0) return card(title, [text(t('approval.consensus.none')), goals(t, ref)])
    const waits = rows.some(({ state }) => state !== 'agreed' && state !== 'pending')
    return card(
      title,
      [
        progress(t('approval.progress.agree'), agreed, rows.length),
        list(rows.slice(0, shown).map((row) => ({ text: line(t, row), buttons: buttonsFor(t, ref, row) }))),
        more > 0 ? note(t('approval.list.more', { count: more })) : null,
        waits ? actions(button(t('approval.button.askAll'), 'consensus-ask', { campaign: ref })) : null,
      ],
      agreed === rows.length ? 'good' : 'plain',
    )
  }

const goals = (t: Translate, campaign: string): Block =>
  actions(button(t('approval.button.goals'), 'goals', { campaign }))

const line = (t: Translate, row: Row) => {
  const name = [{ bold: cut(rowName(row), 120) }]
  const state = t.named('approval.consensus.state', row.state)
  if (!row.approval || row.state === 'open' || row.state === 'changed') return join([name, state])
  const reason = row.approval.steps.find(({ status }) => status === 'rejected')?.comment
  return join([name, state, chain(t, row.approval.steps), ...(reason ? [`“${cut(reason, 200)}”`] : [])])
}

const buttonsFor = (t: Translate, campaign: string, { goal, approval, state }: Row) => {
  const ask = button(t('approval.button.ask'), 'consensus-ask', { goal: goalRef(goal.id), campaign })
  if (!approval) return [ask]
  const show = showButton(t, approval.id)
  if (state === 'pending' || state === 'agreed') return [show]
  const align = button(t('approval.button.align'), 'align', { approval: approvalRef(approval.id) })
  return state === 'disagreed' ? [align, ask] : [ask]
}
