/** How approvals look: the card of a signer, and the chain in the channel. */
import {
  actions,
  type Block,
  type Button,
  button,
  type Card,
  card,
  list,
  note,
  progress,
  text,
} from '../../kit/card.js'
import type { Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { approvalRef, isPending } from './approval.js'
import { chain, decisionLine, moment, type Names, signerName, titleOf } from './approval.lines.js'
import type { Approval } from './approval.repo.js'
import type { Difference } from './content.js'
import type { Deadline } from './deadlines.js'

export interface ApprovalState {
  approval: Approval
  campaign: { id: number; name: string; status: string; launchOn: string }
  names: Names
  /** What is different from the revision before. */
  changes?: readonly Difference[]
  /** What happens next, and when, if nobody decides. */
  next?: { deadline: Deadline; at: Date } | null
}

export type Draw = (t: Translate, viewer: Viewer) => Card

const tones = { approved: 'good', rejected: 'bad' } as const
export const toneOf = (status: string) => tones[status as keyof typeof tones] ?? 'plain'

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
        progress(progressName(t, approval), signed, approval.steps.length),
        text(standing(t, state, viewer)),
        valuesList(t, state, viewer),
        nextNote(t, state, viewer),
        ...carried.map((step) => note(decisionLine(t, viewer, step, names))),
        actions(showButton(t, approval.id)),
      ],
      toneOf(approval.status),
    )
  }

const progressName = (t: Translate, { steps }: Approval): Text => {
  const kind = steps[0]?.kind
  return kind === 'agree' || kind === 'receipt' || kind === 'value'
    ? t(`approval.progress.${kind}`)
    : t('approval.card.signatures')
}

/** Where each says something of their own: what they have said (F31, F34). */
const valuesList = (t: Translate, { approval, names }: ApprovalState, viewer: Viewer): Block | null => {
  const given = approval.steps.filter(({ kind, decidedAt }) => kind === 'value' && decidedAt !== null)
  if (given.length === 0) return null
  return list(given.map((step) => ({ text: decisionLine(t, viewer, step, names) })))
}

/** What happens if nobody decides, and when. */
export const nextNote = (t: Translate, { next, approval }: ApprovalState, viewer: Viewer): Block | null =>
  next && approval.status === 'pending'
    ? note(t(`approval.next.${next.deadline}`, moment(next.at, viewer)))
    : null

export const showButton = (t: Translate, id: number, label: Text = t('approval.button.show')): Button =>
  button(label, 'approval', { approval: approvalRef(id) })

const endOf = (status: string) => endings.find((end) => end === status) ?? 'withdrawn'
const endings = ['withdrawn', 'expired', 'superseded'] as const

/** The state of an approval in one line: whom it waits for, or how it ended. */
export const standing = (
  t: Translate,
  { approval, names }: ApprovalState,
  viewer: Pick<Viewer, 'zone'>,
): Text => {
  const last = approval.steps.filter((step) => step.status === approval.status && step.decidedAt !== null)
  const ended = last.toSorted((a, b) => Number(a.decidedAt) - Number(b.decidedAt)).at(-1)
  if (approval.status !== 'pending') {
    if (ended) return decisionLine(t, viewer, ended, names)
    return t(
      `approval.ended.${endOf(approval.status)}`,
      moment(approval.decidedAt ?? approval.submittedAt, viewer),
    )
  }
  const pending = approval.steps.filter(isPending)
  const who = pending.map((step) => signerName(t, step, names)).join(', ')
  return t('approval.card.pending', { count: pending.length, who })
}
