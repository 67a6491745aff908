/** A table that was sent as a file: fetched and read before the work begins (F39). */
import type { Outside } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import type { SentFile, Takes } from '../../../kit/sent-file.js'
import { cut } from '../../../kit/text.js'
import { readBytes } from '../read/bytes.js'
import type { Grid } from '../read/grid.js'
import { mostBytes } from '../read/workbook.js'

const endings = /\.(?:xlsx|xls|xlsm|csv|tsv|txt|md|markdown)$/i
const types = /spreadsheet|ms-excel|^text\//i

/** By its name; where it has none, by its type; what has neither may be anything. */
const mayBeTable = ({ name, type }: Omit<SentFile, 'ref'>): boolean => {
  if (endings.test(name)) return true
  return /\.[\p{L}\p{N}]{1,10}$/u.test(name) ? false : type === undefined || types.test(type)
}

/** How `import` takes a file in place of a pasted table. */
export const takesTables: Takes = { arg: 'fileSent', insteadOf: 'pasted', accepts: mayBeTable }

/** @throws UserError when it is no table, cannot be fetched, or cannot be read */
export const readSent = async (outside: Outside, named: string): Promise<Grid[]> => {
  const file = await outside.file(named)
  if (!mayBeTable(file)) throw new UserError('table.error.noTable', { name: cut(file.name || '…', 60) })
  const { bytes, name } = await file.read(mostBytes)
  return readBytes(bytes, name)
}
