/** Files to take away: named by what they hold, made anew each time they are sent or fetched. */
import type { Reading } from './context.js'
import type { Printout } from './document.js'
import type { Sketch } from './sketch.js'
import type { Translate } from './translate.js'

/** A file with its arguments, as a card carries it. */
export interface FileRef {
  file: string
  args: Record<string, string>
}

/**
 * Makes a file from the store as it is now; null when there is nothing (any more) to put into it. What is sketched becomes
 * a PNG, and a document what it is printed as, when the store is free again.
 */
export type MakeFile = (
  store: Reading,
  args: Record<string, string>,
  t: Translate,
) => Promise<Uint8Array | Sketch | Printout | null>

/** A name that every system takes: without separators of paths, at most 100 characters before its ending. */
export const fileName = (name: string, ending: string): string => {
  const words = name.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|\s]+/gu, ' ').split(' ')
  const harmless = words.filter((word) => !/^\.*$/.test(word)).join(' ')
  return `${[...harmless].slice(0, 100).join('') || 'file'}.${ending}`
}
