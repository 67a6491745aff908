/** The letters of pictures: one font that is built in, never the fonts of the machine, which may have none. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GlobalFonts } from '@napi-rs/canvas'
import { family } from './look.js'

const folder = new URL('../../fonts/', import.meta.url)

/** @throws when the fonts were not built */
export const loadFonts = (): void => {
  // They belong to the process: a thread before this one may have left them.
  if (GlobalFonts.has(family)) return
  for (const name of ['regular', 'bold']) {
    const path = fileURLToPath(new URL(`${name}.ttf`, folder))
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`No font at ${path}: build anew`)
  }
}

export const readLetters = (): ReadonlySet<string> =>
  new Set(readFileSync(new URL('letters.txt', folder), 'utf8'))
