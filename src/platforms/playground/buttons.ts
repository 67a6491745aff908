/** A button's id carries the command it runs, as a platform's button value does: an old card still says what it meant. */
import type { Action } from '../../kit/card.js'

export const buttonId = ({ command, args }: Action): string =>
  Buffer.from(JSON.stringify([command, args])).toString('base64url')

/** @returns null for an id that none of our cards carried. */
export const actionOf = (id: string): Action | null => {
  try {
    const [command, args] = JSON.parse(Buffer.from(id, 'base64url').toString()) as [unknown, unknown]
    if (typeof command !== 'string' || typeof args !== 'object' || args === null) return null
    const texts = Object.entries(args).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return { command, args: Object.fromEntries(texts) }
  } catch {
    return null
  }
}
