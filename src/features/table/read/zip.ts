/** What lies in a zip archive, unpacked only within limits: what an archive says of itself is not believed. */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { UserError } from '../../../kit/errors.js'

const inflate = promisify(inflateRaw)

/** Bytes of everything unpacked. A workbook of 10 000 rows and 12 columns has about 10 MB. */
export const mostUnpacked = 50_000_000
const mostEntries = 2000
/** Tables of one repeated line shrink to a hundredth; what shrinks further is no table. */
const mostRatio = 400
const ratioCounts = 1_000_000

interface Entry {
  name: string
  method: number
  encrypted: boolean
  packed: number
  unpacked: number
  at: number
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 }
const bomb = () => new UserError('table.error.bomb', { max: mostUnpacked / 1_000_000 }, { field: 'pasted' })
const broken = () => new UserError('table.error.broken', {}, { field: 'pasted' })

const endOf = (data: Buffer): number => {
  const first = Math.max(0, data.length - 65_557)
  for (let at = data.length - 22; at >= first; at--) if (data.readUInt32LE(at) === signature.end) return at
  throw broken()
}

const entryAt = (data: Buffer, at: number): Entry & { next: number } => {
  if (at + 46 > data.length || data.readUInt32LE(at) !== signature.central) throw broken()
  const nameLength = data.readUInt16LE(at + 28)
  return {
    name: data.toString('utf8', at + 46, at + 46 + nameLength),
    method: data.readUInt16LE(at + 10),
    encrypted: (data.readUInt16LE(at + 8) & 1) === 1,
    packed: data.readUInt32LE(at + 20),
    unpacked: data.readUInt32LE(at + 24),
    at: data.readUInt32LE(at + 42),
    next: at + 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32),
  }
}

/**
 * The directory of an archive.
 * @throws UserError when it is broken, or would unpack to more than `mostUnpacked` bytes.
 */
export const entriesOf = (data: Buffer): Entry[] => {
  const end = endOf(data)
  const count = data.readUInt16LE(end + 10)
  if (count > mostEntries) throw bomb()
  const entries: Entry[] = []
  for (let at = data.readUInt32LE(end + 16), i = 0; i < count; i++) {
    const { next, ...entry } = entryAt(data, at)
    entries.push(entry)
    at = next
  }
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostUnpacked) throw bomb()
  const swollen = ({ packed, unpacked }: Entry) => unpacked > ratioCounts && unpacked > packed * mostRatio
  if (entries.some(swollen)) throw bomb()
  return entries
}

/** The bytes of an entry, never more than it announced. @throws UserError when it is broken or has more. */
export const unpack = async (data: Buffer, { at, packed, unpacked, method }: Entry): Promise<Buffer> => {
  if (at + 30 > data.length || data.readUInt32LE(at) !== signature.local) throw broken()
  const from = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28)
  if (from + packed > data.length) throw broken()
  const bytes = data.subarray(from, from + packed)
  if (method === 0) return bytes
  if (method !== 8) throw broken()
  return inflate(bytes, { maxOutputLength: Math.max(1, unpacked) }).catch((error: { code?: string }) => {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : broken()
  })
}

const field = (size: 2 | 4, value: number): Buffer => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(value, 0, size)
  return bytes
}

/** An archive of these files and nothing else, stored as they are; without checksums, which readers skip then. */
export const stored = (files: readonly { name: string; bytes: Buffer }[]): Uint8Array => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const label = Buffer.from(name)
    const lengths = [field(4, 0), field(4, bytes.length), field(4, bytes.length), field(2, label.length)]
    const common = Buffer.concat([field(2, 20), field(2, 0x800), field(2, 0), field(4, 0), ...lengths])
    const local = Buffer.concat([field(4, signature.local), common, field(2, 0), label, bytes])
    const rest = Buffer.concat([
      field(2, 0),
      field(2, 0),
      field(2, 0),
      field(2, 0),
      field(4, 0),
      field(4, at),
    ])
    directory.push(field(4, signature.central), field(2, 20), common, rest, label)
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const counts = [field(2, files.length), field(2, files.length), field(4, central.length), field(4, at)]
  const end = Buffer.concat([field(4, signature.end), field(4, 0), ...counts, field(2, 0)])
  return new Uint8Array(Buffer.concat([...parts, central, end]))
}
