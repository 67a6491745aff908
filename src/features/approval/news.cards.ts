/** News of an approval: how it ended, what somebody said about it. */
import { type Action, actions, button, card, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { type ApprovalState, type Draw, nextNote, showButton, standing, toneOf } from './approval.cards.js'
import { approvalRef, askedSince, isPending } from './approval.js'
import { commentLine, moment, signerName, titleOf } from './approval.lines.js'
import { decisionButtons } from './request.cards.js'

/** What came of it, as news: to the channel, and to the submitter when it was rejected. */
export const resultCard =
  (state: ApprovalState): Draw =>
  (t, viewer) => {
    const { approval, campaign } = state
    const approved = approval.status === 'approved'
    const submit: Action = {
      command: 'submit',
      args: { subject: approval.subject, campaign: formatId('C', campaign.id) },
    }
    const again = button(t('approval.button.again'), submit.command, submit.args)
    return card(
      titleOf(t, state),
      [
        text(standing(t, state, viewer)),
        text(
          approved
            ? t('approval.result.approved', { launch: campaign.launchOn })
            : t(`approval.result.${resultOf(approval.status)}`),
        ),
        actions(showButton(t, approval.id), ...(approved ? [] : [again])),
      ],
      toneOf(approval.status),
    )
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
