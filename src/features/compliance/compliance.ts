/** Compliance: wording and mechanics are checked against law and platform rules before use (R85, 001 §1.3 §4.2). */

/** What every campaign checks; others are added in words. */
export const usualChecks = ['advertising-law', 'data-privacy', 'fair-competition', 'platform-rules'] as const
export type UsualCheck = (typeof usualChecks)[number]

export interface Item {
  number: number
  /** One of the usual checks; else `text` says what is checked. */
  key: string | null
  text: string | null
  doneAt: Date | null
  doneById: string | null
  note: string | null
}

export const openOf = <I extends Pick<Item, 'doneAt'>>(items: readonly I[]): I[] =>
  items.filter(({ doneAt }) => doneAt === null)
