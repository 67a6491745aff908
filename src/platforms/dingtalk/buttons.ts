/** A button carries a token that says it is ours; what it stands for is kept under the hash in it. */
import { createHash } from 'node:crypto'
import { actionText } from '../../kit/action.js'
import type { Action } from '../../kit/card.js'

const shape = /^db1:([A-Za-z0-9_-]{22})(?:\.\d+)?$/

/** What the action of a button is kept under. */
export const hashIn = (token: string): string => shape.exec(token)?.[1] ?? ''

/** The same action has the same token, whoever draws it and when. */
export const tokenOf = (action: Action): { token: string; hash: string } => {
  const digest = createHash('sha256').update(actionText(action)).digest()
  const hash = digest.subarray(0, 16).toString('base64url')
  return { token: `db1:${hash}`, hash }
}

/** Callbacks are not deeper than this; what somebody else sends may be. */
const deepest = 12

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const search = (value: unknown, depth: number): string | null => {
  if (typeof value === 'string' && shape.test(value.trim())) return value.trim()
  if (depth === 0) return null
  if (typeof value === 'string') return /^\s*[[{"]/.test(value) ? search(parsed(value), depth - 1) : null
  if (typeof value !== 'object' || value === null) return null
  for (const one of Object.values(value)) {
    const found = search(one, depth - 1)
    if (found) return found
  }
  return null
}

/**
 * The token of ours wherever it stands in a decoded callback content – `actionIds[0]`, `params.id`, own params, nested
 * JSON: sources disagree about the place. Null when there is none.
 */
export const tokenIn = (content: unknown): string | null => search(content, deepest)
