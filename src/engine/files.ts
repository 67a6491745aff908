/** Makes the files that cards carry. */
import { isPrintout } from '../kit/document.js'
import type { FileRef } from '../kit/file.js'
import { isSketch } from '../kit/sketch.js'
import type { Language } from '../kit/translate.js'
import type { House } from './house.js'
import { readingOf } from './work/context.js'
import { printWorkbook } from './workbook.js'

/** Null when nothing is called so, or there is nothing to put into it any more. */
export const fileOf = async (
  house: House,
  { file, args }: FileRef,
  language: Language,
): Promise<Uint8Array | null> => {
  const make = house.registry.files.get(file)
  if (!make) return null
  const made = await house.store.prisma.$transaction((db) =>
    make(readingOf(house, db, house.clock.now()), args, house.translator(language)),
  )
  if (made && isPrintout(made))
    return made.as === 'pdf' ? house.print(made.document) : printWorkbook(made.document)
  return made && isSketch(made) ? house.draw(made) : made
}
