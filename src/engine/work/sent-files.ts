/** Files that came with a line: which of them a command gets, each as a delivery of its own. */

import { UserError } from '../../kit/errors.js'
import type { Incoming, Platform } from '../../kit/platform.js'
import type { OfferedFile, SentFile } from '../../kit/sent-file.js'
import { deliveryOfFile, FileError, mostFiles } from '../../kit/sent-file.js'
import { cut } from '../../kit/text.js'
import type { House } from '../house.js'
import type { TakesFiles } from '../registry.js'
import type { Brought } from '../words/brought.js'
import { type Parsed, parseLine } from '../words/grammar.js'

type Line = Extract<Incoming['deed'], { kind: 'line' }>

const filesIn = ({ deed }: Incoming): readonly SentFile[] => (deed.kind === 'line' ? (deed.files ?? []) : [])

/** The file of a delivery as an argument: the delivery names it, and its row says how to fetch it. */
export const broughtBy = (house: House, incoming: Incoming): Brought | null => {
  const { takesFiles } = house.registry
  if (!takesFiles || filesIn(incoming).length === 0) return null
  const { command, arg, insteadOf } = takesFiles
  return { command, args: { [arg]: incoming.delivery }, insteadOf }
}

/** What a line means that came with a file: words that call nothing, and nothing like it, only tell of the file. */
export const parsedBeside = (house: House, incoming: Incoming, { text, mentioned }: Line): Parsed => {
  const brought = broughtBy(house, incoming)
  const parsed = parseLine(house.phrases, text, mentioned, brought)
  const isAlone = parsed.kind === 'empty' || (parsed.kind === 'unknown' && parsed.meant.length === 0)
  return brought && isAlone ? { kind: 'command', command: brought.command, args: brought.args } : parsed
}

/** A message with several files is as many deliveries; with files that nobody wants it is its words alone. */
export const filesApart = (house: House, incoming: Incoming): Incoming[] => {
  const { takesFiles } = house.registry
  const { deed } = incoming
  if (deed.kind !== 'line' || !deed.files) return [incoming]
  const { files, ...line } = deed
  const wanted = takesFiles ? wantedOf(house, takesFiles, incoming, deed) : []
  if (wanted.length === 0) return [{ ...incoming, deed: line }]
  const omitted = wanted.length - mostFiles
  const looked = wanted.slice(0, mostFiles)
  return looked.map((file, i) => ({
    ...incoming,
    delivery: deliveryOfFile(incoming.delivery, i),
    deed: { ...line, files: [file], ...(omitted > 0 && i === looked.length - 1 ? { omitted } : {}) },
  }))
}

/** Those that may be what the command wants; one of the others if it was called, so that it says so. */
const wantedOf = (house: House, takes: TakesFiles, incoming: Incoming, deed: Line): readonly SentFile[] => {
  const files = filesIn(incoming)
  const fitting = files.filter((file) => takes.accepts(file))
  const parsed = parseLine(house.phrases, deed.text, deed.mentioned)
  const isCalled = parsed.kind === 'empty' || (parsed.kind === 'command' && parsed.command === takes.command)
  if (isCalled) return fitting.length > 0 ? fitting : files.slice(0, 1)
  if (parsed.kind === 'command') return []
  return parsed.meant.length > 0 ? fitting.slice(0, 1) : fitting
}

/** The file that `named` brought, if `caller` has sent it. @throws UserError */
export const offeredFile = async (
  house: House,
  { platform, account }: Pick<Incoming, 'platform' | 'account'>,
  named: string,
): Promise<OfferedFile> => {
  const where = { platform_delivery: { platform, delivery: named } }
  const row = await house.store.prisma.inboxDelivery.findUnique({ where })
  const sent = row && (row.incoming as unknown as Incoming)
  const [file] = sent?.account === account ? filesIn(sent) : []
  const bring = house.platforms.get(platform)?.fetch
  if (!file || !bring) throw refusalOf(new FileError('gone'), '', 0)
  const { ref: _ref, ...told } = file
  return { ...told, read: (most) => fetched(house, bring, { account, file, most }) }
}

interface Fetching {
  account: string
  file: SentFile
  most: number
}

const fetched = async (house: House, bring: NonNullable<Platform['fetch']>, asked: Fetching) => {
  const { account, file, most } = asked
  try {
    if ((file.size ?? 0) > most) throw new FileError('tooBig')
    return await bring(account, file, most)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    house.log.warn({ err: error, fault: error.fault }, 'a file could not be fetched')
    throw refusalOf(error, file.name, most)
  }
}

const refusalOf = ({ fault, detail }: FileError, name: string, most: number): UserError =>
  new UserError(`engine.file.${fault}`, {
    ...{ name: cut(name, 60), named: name === '' ? 'no' : 'yes' },
    ...{ detail, max: most / 1_000_000 },
  })
