/** A file somebody drops: a workbook, or text in one of the encodings in which Excel saves it. */
import { UserError } from '../../../kit/errors.js'
import type { Grid } from './grid.js'
import { readText } from './text.js'
import { isOle, isZip, mostBytes, readWorkbook } from './workbook.js'

/** UTF-8 if it is, else what Excel writes in mainland China, or in Taiwan and Hong Kong: the heading tells which. */
const decoded = (bytes: Uint8Array): string[] => {
  const as = (encoding: string, fatal = false) => new TextDecoder(encoding, { fatal }).decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [as('utf-16le')]
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return [as('utf-16be')]
  try {
    return [as('utf-8', true)]
  } catch {
    return [as('gb18030'), as('big5')]
  }
}

/**
 * The tables in a file called `name`.
 * @throws UserError when it is no table, too big, or protected; see `readWorkbook`.
 */
export const readBytes = async (bytes: Uint8Array, name: string): Promise<Grid[]> => {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (/\.xlsx?$|\.xlsm$/i.test(name) || isZip(data) || isOle(data)) return readWorkbook(bytes)
  if (bytes.length > mostBytes)
    throw new UserError('table.error.tooBig', { max: mostBytes / 1_000_000 }, { field: 'pasted' })
  const texts = decoded(bytes)
  if (texts[0]?.includes('\u0000')) throw new UserError('table.error.notXlsx', {}, { field: 'pasted' })
  return texts.map(readText)
}
