/** A signature that is waited for in vain, because who was to give it has left. */
import { actions, card, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import { type ApprovalState, type Draw, showButton } from './approval.cards.js'
import { roleName, titleOf } from './approval.lines.js'

export interface LeftState extends ApprovalState {
  /** The name of who has left. */
  left: string
  /** As what they were to sign; empty when their signatures are waited for no more. */
  roles: readonly string[]
  /** Names of those who may sign in their place. */
  deputies: readonly string[]
}

export const leftCard =
  (state: LeftState): Draw =>
  (t) => {
    const name = cut(state.left, 60)
    const show = actions(showButton(t, state.approval.id))
    if (state.roles.length === 0)
      return card(titleOf(t, state), [text(t('approval.left.over', { name })), show], 'good')
    const roles = state.roles.map((role) => roleName(t, role)).join(', ')
    const deputies = state.deputies.map((deputy) => cut(deputy, 60)).join(', ')
    const way = deputies === '' ? t('approval.left.alone') : t('approval.left.deputies', { deputies })
    return card(titleOf(t, state), [text(t('approval.left.waits', { name, roles })), text(way), show], 'warn')
  }
