/** What comes with a line and is an argument without being typed, e.g. a file. */
import type { ArgNames } from './phrases.js'

/** Arguments of one command, in place of one that would be typed. */
export interface Brought {
  command: string
  args: Record<string, string>
  insteadOf: string
}

/** What stands around a line. */
export interface Beside {
  mentioned: readonly string[]
  brought: Brought | null
}

/** What may still be typed. */
export const withoutTyped = (names: ArgNames, brought: Brought | null): ArgNames =>
  brought ? { ...names, order: names.order.filter((name) => name !== brought.insteadOf) } : names
