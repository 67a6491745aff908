/** How approvals look: the card of a signer, and the chain in the channel. */
import {
  actions,
  type Block,
  type Button,
  button,
  type Card,
  card,
  fields,
  list,
  note,
  progress,
  text,
} from '../../kit/card.js'
import type { Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { approvalRef, isPending, sameAsked } from './approval.js'
import {
  chain,
  commentLine,
  decisionLine,
  moment,
  type Names,
  nameOf,
  signerName,
  titleOf,
} from './approval.lines.js'
import type { Approval } from './approval.repo.js'

export interface ApprovalState {
  approval: Approval
  campaign: { id: number; name: string; status: string; launchOn: string }
  names: Names
}

export type Draw = (t: Translate, viewer: Viewer) => Card

const shownComments = 5
const tones = { approved: 'good', rejected: 'bad' } as const
export const toneOf = (status: string) => tones[status as keyof typeof tones] ?? 'plain'

/** Direct to one signer: the document with buttons while asked, the decision without buttons afterwards. */
export const requestCard =
  (state: ApprovalState & { step: number }): Draw =>
  (t, viewer) => {
    const { approval } = state
    const first = approval.steps.find(({ id }) => id === state.step)
    const own = approval.steps.filter((step) => first && sameAsked(step, first))
    const asked = approval.status === 'pending' && own.some(isPending)
    const decided = own.find((step) => step.decidedAt !== null)
    const line = decided ? decisionLine(t, viewer, decided, state.names) : t('approval.card.void')
    const roles = own.map((step) => t.named('people.role', step.role)).join(', ')
    return card(
      titleOf(t, state),
      [
        text(asked ? t('approval.card.asked', { roles }) : line),
        ...documentBlocks(t, state, viewer),
        asked ? decisionButtons(t, approval, state.step, showButton(t, approval.id)) : null,
      ],
      asked ? 'warn' : toneOf(decided?.status ?? 'void'),
    )
  }

/** Naming the step keeps a second click from signing a later step of the same person. */
export const decideButtons = (
  t: Translate,
  { id, version }: Pick<Approval, 'id' | 'version'>,
  step: number,
): Button[] => {
  const args = { approval: approvalRef(id), step, seen: version }
  return [
    button(t('approval.button.approve'), 'approve', args, 'primary'),
    button(t('approval.button.reject'), 'reject', args, 'danger'),
  ]
}

export const decisionButtons = (t: Translate, approval: Approval, step: number, ...others: Button[]): Block =>
  actions(
    ...decideButtons(t, approval, step),
    button(t('approval.button.comment'), 'comment', { approval: approvalRef(approval.id) }),
    ...others,
  )

/** The frozen document, the chain below it, what was said about it. */
export const documentBlocks = (t: Translate, state: ApprovalState, viewer: Viewer): Block[] => {
  const { approval, names } = state
  const { date, time } = moment(approval.submittedAt, viewer)
  const by = nameOf(names, approval.submittedById)
  return [
    fields(
      approval.content.sections.map(({ item, content }) => [
        t.named('campaign.item', item),
        content || t('approval.empty'),
      ]),
    ),
    text(chain(t, approval.steps)),
    ...commentBlocks(t, state, viewer),
    note(t('approval.card.submitted', { by, date, time })),
  ]
}

const commentBlocks = (t: Translate, { approval, names }: ApprovalState, viewer: Viewer): Block[] => {
  const shown = approval.comments.slice(-shownComments)
  if (shown.length === 0) return []
  const count = approval.comments.length
  return [
    text(t('approval.card.comments', { count })),
    list(shown.map((comment) => ({ text: commentLine(viewer, comment, names) }))),
  ]
}

/** In the campaign's channel: who has signed, who is asked, what came of it. */
export const chainCard =
  (state: ApprovalState): Draw =>
  (t, viewer) => {
    const { approval, names } = state
    const signed = approval.steps.filter((step) => step.status === 'approved').length
    const carried = approval.steps.filter((step) => step.carried)
    return card(
      titleOf(t, state),
      [
        text(chain(t, approval.steps)),
        progress(t('approval.card.signatures'), signed, approval.steps.length),
        text(standing(t, state, viewer)),
        ...carried.map((step) => note(decisionLine(t, viewer, step, names))),
        actions(showButton(t, approval.id)),
      ],
      toneOf(approval.status),
    )
  }

export const showButton = (t: Translate, id: number, label: Text = t('approval.button.show')): Button =>
  button(label, 'approval', { approval: approvalRef(id) })

/** The state of an approval in one line: whom it waits for, or how it ended. */
export const standing = (
  t: Translate,
  { approval, names }: ApprovalState,
  viewer: Pick<Viewer, 'zone'>,
): Text => {
  const last = approval.steps.filter((step) => step.status === approval.status && step.decidedAt !== null)
  const ended = last.toSorted((a, b) => Number(a.decidedAt) - Number(b.decidedAt)).at(-1)
  if (approval.status !== 'pending' && ended) return decisionLine(t, viewer, ended, names)
  const pending = approval.steps.filter(isPending)
  const who = pending.map((step) => signerName(t, step, names)).join(', ')
  return t('approval.card.pending', { count: pending.length, who })
}
