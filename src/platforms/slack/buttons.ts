/** A button's value carries the command it runs: an old card still says what it meant. */
import { createHash } from 'node:crypto'
import { actionText, readAction } from '../../kit/action.js'
import type { Action } from '../../kit/card.js'
import { limits } from './limits.js'

/** Stands for an action that is too long to be carried; the caller keeps it under this hash. */
export interface Kept {
  hash: string
}

const marked = /^#([0-9a-f]{64})$/

/** As in a script: `<` cannot be the beginning of anything for a program that reads the payload. */
export const carried = (json: string): string => json.replaceAll('<', '\\u003c')

/** The value of a button; when it is too long for Slack, a hash of it and what has to be kept under that hash. */
export const buttonValue = ({ command, args }: Action): { value: string; long?: [string, Action] } => {
  const value = carried(actionText({ command, args }))
  if (value.length <= limits.button.value) return { value }
  const hash = createHash('sha256').update(value).digest('hex')
  return { value: `#${hash}`, long: [hash, { command, args }] }
}

/** @returns null for a value that none of our cards carried. */
export const actionOf = (value: string): Action | Kept | null => {
  const [, hash] = marked.exec(value) ?? []
  return hash ? { hash } : readAction(value)
}
