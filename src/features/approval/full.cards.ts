/** One approval in full, and lists of approvals. */
import { actions, type Card, card, list, note, text } from '../../kit/card.js'
import { join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import {
  type ApprovalState,
  type Draw,
  decisionButtons,
  documentBlocks,
  showButton,
  standing,
  toneOf,
} from './approval.cards.js'
import { signatureLine, titleOf } from './approval.lines.js'

export interface FullState extends ApprovalState {
  revisions: readonly { id: number; revision: number; status: string }[]
  /** The step that the person who looks may decide now. */
  may: number | null
}

/** One approval in full, private: document, signatures, other revisions, buttons for whoever may decide. */
export const fullCard =
  (state: FullState): Draw =>
  (t, viewer) => {
    const { approval, names, may } = state
    const others = state.revisions.filter(({ id }) => id !== approval.id)
    return card(
      titleOf(t, state),
      [
        text(standing(t, state, viewer)),
        ...documentBlocks(t, state, viewer),
        list(
          approval.steps.map((step) => ({
            text: signatureLine(t, viewer, step, names),
            done: step.status === 'approved',
          })),
        ),
        may === null ? null : decisionButtons(t, approval, may),
        others.length > 0
          ? actions(
              ...others.map(({ id, revision, status }) =>
                showButton(t, id, `v${revision} · ${t.named('approval.status', status)}`),
              ),
            )
          : null,
        note(t('approval.card.hash', { hash: approval.contentHash.slice(0, 12) })),
      ],
      toneOf(approval.status),
    )
  }

/** Approvals one below the other, each with a button that opens it. */
export const approvalList = (
  t: Translate,
  title: Text,
  entries: readonly { state: ApprovalState; line: Text }[],
): Card => {
  const shown = entries.slice(0, 20)
  const more = entries.length - shown.length
  return card(title, [
    entries.length === 0 ? text(t('approval.list.none')) : null,
    list(
      shown.map(({ state, line }) => ({
        text: join([titleOf(t, state), line]),
        buttons: [showButton(t, state.approval.id)],
      })),
    ),
    more > 0 ? note(t('approval.list.more', { count: more })) : null,
  ])
}
