/** One-time codes that show two accounts to be one person's: how they look and how long they are good; pure. */
import { randomInt } from 'node:crypto'

/** Milliseconds. */
export const codeLastsMs = 15 * 60_000

/** Wrong codes somebody may type within the life of a code. */
export const mostWrong = 5

/** Without those that are mistaken for one another. */
const letters = '23456789ACDEFGHJKMNPQRTVWXY'
const half = 4

const written = (code: string): string => `${code.slice(0, half)}-${code.slice(half)}`

/** `7KQ4-M2XD`: twenty-seven to the power of eight of them. */
export const newCode = (): string =>
  written(Array.from({ length: half * 2 }, () => letters[randomInt(letters.length)]).join(''))

/** A code however it was typed, e.g. `７kq4 m2xd`, as `newCode` writes it; what is no code stays none. */
export const readCode = (text: string): string =>
  written(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
