/** A button's id carries the command it runs, as a platform's button value does: an old card still says what it meant. */
import { actionText, readAction } from '../../kit/action.js'
import type { Action } from '../../kit/card.js'

export const buttonId = (action: Action): string => Buffer.from(actionText(action)).toString('base64url')

/** @returns null for an id that none of our cards carried. */
export const actionOf = (id: string): Action | null => readAction(Buffer.from(id, 'base64url').toString())
