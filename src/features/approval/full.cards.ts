/** One approval in full, and lists of approvals. */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type ApprovalState, type Draw, nextNote, showButton, standing, toneOf } from './approval.cards.js'
import { approvalRef } from './approval.js'
import { signatureLine, titleOf } from './approval.lines.js'
import { documentBlocks } from './document.cards.js'
import { lineButtons } from './request/budget.cards.js'
import { decisionButtons } from './request.cards.js'

export interface FullState extends ApprovalState {
  revisions: readonly { id: number; revision: number; status: string }[]
  /** The step that the person who looks may decide now. */
  may: number | null
  /** Whether they may take it back, or have the signers reminded. */
  mayWithdraw: boolean
}

type Asked = Pick<ApprovalState['approval'], 'id' | 'version'>

const way = (
  t: Translate,
  name: 'transfer' | 'add-signer' | 'return' | 'withdraw' | 'urge',
  approval: Asked,
) =>
  button(t(`approval.button.${name}`), name, { approval: approvalRef(approval.id), seen: approval.version })

/** What a signer may do instead of deciding: pass it on, ask somebody else as well, send it back. */
const signerActions = (t: Translate, approval: Asked): Block =>
  actions(way(t, 'transfer', approval), way(t, 'add-signer', approval), way(t, 'return', approval))

const submitterActions = (t: Translate, approval: Asked): Block =>
  actions(way(t, 'urge', approval), way(t, 'withdraw', approval))

/** One approval in full, private: document, signatures, other revisions, buttons for whoever may decide. */
export const fullCard =
  (state: FullState): Draw =>
  (t, viewer) => {
    const { approval, names, may } = state
    const asked = approval.steps.find(({ id }) => id === may)
    const others = state.revisions.filter(({ id }) => id !== approval.id)
    return card(
      titleOf(t, state),
      [
        text(standing(t, state, viewer)),
        nextNote(t, state, viewer),
        ...documentBlocks(t, state, viewer),
        list(
          approval.steps.map((step) => ({
            text: signatureLine(t, viewer, step, names),
            done: step.status === 'approved',
          })),
        ),
        ...(asked?.asks === 'lines' ? lineButtons(t, approval) : []),
        asked ? decisionButtons(t, state, asked) : null,
        asked ? signerActions(t, approval) : null,
        state.mayWithdraw ? submitterActions(t, approval) : null,
        others.length > 0
          ? actions(
              ...others.map(({ id, revision, status }) =>
                showButton(t, id, `v${revision} · ${t.named('approval.status', status)}`),
              ),
            )
          : null,
        sheetButtons(t, approval.id),
        note(t('approval.card.hash', { hash: approval.contentHash.slice(0, 12) })),
      ],
      toneOf(approval.status),
    )
  }

const sheetButtons = (t: Translate, id: number): Block => {
  const sheet = (format: 'pdf' | 'xlsx') =>
    button(t(`approval.sheet.${format}`), 'approval-sheet', { approval: approvalRef(id), format })
  return actions(sheet('pdf'), sheet('xlsx'))
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
