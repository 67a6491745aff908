/** News of an approval: how it ended, what somebody said about it. */
import { actions, type Button, button, card, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type ApprovalState, type Draw, nextNote, showButton, standing, toneOf } from './approval.cards.js'
import { approvalRef, askedSince, isPending } from './approval.js'
import { commentLine, decisionLine, moment, nameOf, signerName, titleOf } from './approval.lines.js'
import type { Approval } from './approval.repo.js'
import { isRequest, type OtherSubject, requestFlows } from './flow/requests.js'
import { budgetBlocks } from './request/budget.cards.js'
import { decisionButtons } from './request.cards.js'

/** What came of it, as news: to the channel, and to the submitter when it was rejected. */
export const resultCard =
  (state: ApprovalState): Draw =>
  (t, viewer) => {
    const { approval } = state
    const approved = approval.status === 'approved'
    return card(
      titleOf(t, state),
      [
        text(standing(t, state, viewer)),
        text(outcome(t, state)),
        ...(approved ? budgetBlocks(t, approval) : []),
        actions(showButton(t, approval.id), ...(approved ? [] : nextButtons(t, approval))),
      ],
      toneOf(approval.status),
    )
  }

const outcome = (t: Translate, { approval, campaign }: ApprovalState): Text => {
  const { subject, status } = approval
  if (status !== 'approved' && subject === 'notice') return t('approval.result.unread')
  if (status === 'rejected' && subject === 'consensus') return t('approval.result.disagreed')
  if (status !== 'approved') return t(`approval.result.${resultOf(status)}`)
  return subject in requestFlows
    ? t(`approval.outcome.${subject as OtherSubject}`)
    : t('approval.result.approved', { launch: campaign.launchOn })
}

/** What can be done about a document that was not approved. */
const nextButtons = (t: Translate, { id, subject, topic, campaignId }: Approval): Button[] => {
  const args = { campaign: formatId('C', campaignId) }
  const again = t('approval.button.again')
  if (subject === 'consensus')
    return [
      button(t('approval.button.align'), 'align', { approval: approvalRef(id) }, 'primary'),
      button(again, 'consensus-ask', { ...args, goal: topic }),
    ]
  if (isRequest(subject))
    return [button(again, `request-${subject}`, { ...args, ...(topic && { title: topic }) })]
  return subject === 'notice' ? [] : [button(again, 'submit', { subject, ...args })]
}

const resultOf = (status: string) => (status === 'expired' || status === 'withdrawn' ? status : 'rejected')

/** Nobody has decided for a while: to whoever is asked, or to whoever can see to it that somebody does. */
export const lateCard =
  (as: 'reminder' | 'escalation') =>
  (state: ApprovalState & { step: number }): Draw =>
  (t, viewer) => {
    const { approval, names } = state
    const step = approval.steps.find(({ id }) => id === state.step)
    if (!step || !isPending(step) || approval.status !== 'pending')
      return card(titleOf(t, state), [text(standing(t, state, viewer)), actions(showButton(t, approval.id))])
    const since = moment(askedSince(approval, step), viewer)
    const line = t(`approval.late.${as}`, { who: signerName(t, step, names), ...since })
    const urge = button(t('approval.button.urge'), 'urge', { approval: approvalRef(approval.id) })
    return card(
      titleOf(t, state),
      [
        text(line),
        nextNote(t, state, viewer),
        as === 'reminder'
          ? decisionButtons(t, state, step, showButton(t, approval.id))
          : actions(showButton(t, approval.id), urge),
      ],
      'warn',
    )
  }

/** Somebody has commented: to the submitter. */
export const commentCard =
  (state: ApprovalState & { comment: number }): Draw =>
  (t, viewer) => {
    const said = state.approval.comments.filter(({ id }) => id === state.comment)
    return card(titleOf(t, state), [
      ...said.map((comment) => text(commentLine(viewer, comment, state.names))),
      actions(
        showButton(t, state.approval.id),
        button(t('approval.button.comment'), 'comment', { approval: approvalRef(state.approval.id) }),
      ),
    ])
  }

export interface AlignmentState extends ApprovalState {
  when: string
  /** The name of who calls for it. */
  by: string
}

/** Those who were asked about a goal are to meet about it: whom, when, and what they have said. */
export const alignmentCard =
  (state: AlignmentState): Draw =>
  (t, viewer) => {
    const { approval, names } = state
    const people = [...new Set([approval.submittedById, ...approval.steps.map(({ signerId }) => signerId)])]
    const refused = approval.steps.find(({ status }) => status === 'rejected')
    return card(
      t('approval.align.title', { ref: approvalRef(approval.id), topic: approval.topic }),
      [
        text(t('approval.align.text', { by: cut(state.by, 60), when: cut(state.when, 200) })),
        text(t('approval.align.people', { people: people.map((id) => nameOf(names, id)).join(', ') })),
        refused ? text(decisionLine(t, viewer, refused, names)) : null,
        actions(showButton(t, approval.id)),
      ],
      'warn',
    )
  }
