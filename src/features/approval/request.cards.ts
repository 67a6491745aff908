/** How a signer is asked: the document with the buttons of what is asked for, and what became of it afterwards. */
import { actions, type Block, type Button, button, card, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import type { Translate } from '../../kit/translate.js'
import { type ApprovalState, type Draw, showButton, standing, toneOf } from './approval.cards.js'
import { approvalRef, isPending, type Step, sameAsked } from './approval.js'
import { decisionLine, roleName, signerName, titleOf } from './approval.lines.js'
import type { Approval } from './approval.repo.js'
import { documentBlocks } from './document.cards.js'
import { type Kind, kinds } from './flow/flows.js'

/** Direct to one signer: the document with buttons while asked, the decision without buttons afterwards. */
export const requestCard =
  (state: ApprovalState & { step: number }): Draw =>
  (t, viewer) => {
    const { approval } = state
    const first = approval.steps.find(({ id }) => id === state.step)
    const own = approval.steps.filter((step) => first && sameAsked(step, first))
    const asked = approval.status === 'pending' && own.some(isPending)
    const decided = own.find((step) => step.decidedAt !== null)
    const line = decided
      ? decisionLine(t, viewer, decided, state.names)
      : approval.status === 'pending'
        ? t('approval.card.void')
        : standing(t, state, viewer)
    const roles = own.map((step) => roleName(t, step.role)).join(', ')
    return card(
      titleOf(t, state),
      [
        text(asked ? t(`approval.asked.${kindOf(first)}`, { roles }) : line),
        asked && first && first.signerId !== viewer.person && viewer.person !== null
          ? note(t('approval.card.instead', { signer: signerName(t, first, state.names) }))
          : null,
        ...documentBlocks(t, state, viewer),
        asked && first ? decisionButtons(t, state, first, showButton(t, approval.id)) : null,
      ],
      asked ? 'warn' : toneOf(decided?.status ?? 'void'),
    )
  }

const kindOf = (step: Pick<Step, 'kind'> | undefined): Kind =>
  kinds.find((kind) => kind === step?.kind) ?? 'sign'

/** Naming the step keeps a second click from signing a later step of the same person. */
export const decideButtons = (
  t: Translate,
  { id, version }: Pick<Approval, 'id' | 'version'>,
  step: Pick<Step, 'id' | 'kind'>,
): Button[] => {
  const args = { approval: approvalRef(id), step: step.id, seen: version }
  const kind = kindOf(step)
  const refuses = kind === 'sign' || kind === 'confirm'
  return [
    button(t(`approval.decide.${kind}`), 'approve', args, 'primary'),
    ...(refuses ? [button(t('approval.button.reject'), 'reject', args, 'danger')] : []),
  ]
}

export const decisionButtons = (
  t: Translate,
  { approval, campaign }: ApprovalState,
  step: Pick<Step, 'id' | 'kind'>,
  ...others: Button[]
): Block => {
  const revises = kindOf(step) === 'revise'
  const edit = button(t('approval.button.edit'), 'plan', { campaign: formatId('C', campaign.id) })
  return actions(
    ...decideButtons(t, approval, step),
    revises ? edit : button(t('approval.button.comment'), 'comment', { approval: approvalRef(approval.id) }),
    ...others,
  )
}
