/** A file somebody drops: a workbook, or text in one of the encodings in which Excel saves it. */
import { UserError } from '../../../kit/errors.js'
import type { Grid } from './grid.js'
import { readText } from './text.js'
import { isOle, isZip, mostBytes, readWorkbook } from './workbook.js'

/** UTF-8 if it is, else what Excel writes in mainland China. */
const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
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
  const text = decoded(bytes)
  if (text.includes('\u0000')) throw new UserError('table.error.notXlsx', {}, { field: 'pasted' })
  return [readText(text)]
}
