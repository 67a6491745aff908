/** Tells two values apart: of the same parts in the same order they are the same. */
import { createHash } from 'node:crypto'

/** A short name for `value` as JSON writes it (sha-256, base64url). */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url')
