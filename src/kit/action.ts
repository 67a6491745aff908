/** A button's command as text, as platforms carry it in the value or the id of a button. */
import type { Action } from './card.js'

export const actionText = ({ command, args }: Action): string => JSON.stringify([command, args])

/** @returns null for a text that none of our buttons carried. */
export const readAction = (text: string): Action | null => {
  try {
    const [command, args] = JSON.parse(text) as [unknown, unknown]
    if (typeof command !== 'string' || typeof args !== 'object' || args === null) return null
    const texts = Object.entries(args).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return { command, args: Object.fromEntries(texts) }
  } catch {
    return null
  }
}
