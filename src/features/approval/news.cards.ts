/** News of an approval: how it ended, what somebody said about it. */
import { type Action, actions, button, card, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { type ApprovalState, type Draw, showButton, standing, toneOf } from './approval.cards.js'
import { approvalRef } from './approval.js'
import { commentLine, titleOf } from './approval.lines.js'

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
            : t('approval.result.rejected'),
        ),
        actions(showButton(t, approval.id), ...(approved ? [] : [again])),
      ],
      toneOf(approval.status),
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
