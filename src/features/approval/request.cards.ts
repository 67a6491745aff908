/** How a signer is asked: the document with the buttons of what is asked for, and what became of it afterwards. */
import { actions, type Block, type Button, button, card, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { join } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type ApprovalState, type Draw, showButton, standing, toneOf } from './approval.cards.js'
import { approvalRef, isPending, type Step, sameAsked } from './approval.js'
import { decisionLine, roleName, signerName, titleOf } from './approval.lines.js'
import type { Approval } from './approval.repo.js'
import { documentBlocks } from './document.cards.js'
import { type Kind, kinds } from './flow/flows.js'
import { lineButtons } from './request/budget.cards.js'

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
        text(asked ? askedText(t, first, roles) : line),
        asked && first && first.signerId !== viewer.person && viewer.person !== null
          ? note(t('approval.card.instead', { signer: signerName(t, first, state.names) }))
          : null,
        ...documentBlocks(t, state, viewer),
        ...(asked && first?.asks === 'lines' ? lineButtons(t, approval) : []),
        asked && first ? decisionButtons(t, state, first, showButton(t, approval.id)) : null,
      ],
      asked ? 'warn' : toneOf(decided?.status ?? 'void'),
    )
  }

/** What is asked for; where a value is, which one. */
const askedText = (t: Translate, step: Step | undefined, roles: string) => {
  const line = t(`approval.asked.${kindOf(step)}`, { roles })
  return step?.kind === 'value' && step.asks ? join([line, t.named('approval.asks', step.asks)], ' ') : line
}

const kindOf = (step: Pick<Step, 'kind'> | undefined): Kind =>
  kinds.find((kind) => kind === step?.kind) ?? 'sign'

/** What nobody can say no to. */
const unrefused: readonly Kind[] = ['comment', 'revise', 'receipt']

/** Naming the step keeps a second click from signing a later step of the same person. */
export const decideButtons = (
  t: Translate,
  { id, version }: Pick<Approval, 'id' | 'version'>,
  step: Pick<Step, 'id' | 'kind'>,
): Button[] => {
  const args = { approval: approvalRef(id), step: step.id, seen: version }
  const kind = kindOf(step)
  const yes = kind === 'value' ? 'provide' : 'approve'
  const no = t(kind === 'agree' ? 'approval.button.disagree' : 'approval.button.reject')
  return [
    button(t(`approval.decide.${kind}`), yes, args, 'primary'),
    ...(unrefused.includes(kind) ? [] : [button(no, 'reject', args, 'danger')]),
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
