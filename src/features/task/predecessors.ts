/** From what people write about predecessors to tasks of the campaign: ids, exact names, and the words around them (O18). */
import { formatId, parseId } from '../../kit/ids.js'
import type { Task } from './task.repo.js'

export interface Predecessors {
  tasks: Task[]
  /** What is said beyond naming tasks, e.g. 内容策划案确认后. */
  words: string | null
  /** Ids as they were typed, where they are written otherwise: M-03 for M-003. */
  misspelt: string[]
}

/** What cannot be a predecessor, in the words that name it. */
export type Fault =
  | { fault: 'unknown'; given: string }
  | { fault: 'elsewhere'; given: string }
  | { fault: 'several'; given: string; tasks: Task[] }

type Piece = Fault | Predecessors

// As `parseId` reads them, wherever they stand in a sentence.
const ids = /(?<![A-Za-z0-9])(?:C ?[-–]? ?\d{1,9} ?\/ ?)?M ?[-–]? ?\d{1,9}(?!\d)/giu
const separators = /[,，、;；\n]+/
const edges = /^[\s/&+"“”「」]+|[\s/&+"“”「」]+$/gu
const onlyJoins = /^(?:[\s/&+"“”「」]|和|与|與|及|and)*$/iu

/** @param text several tasks by id or exact name, separated by commas; other words may stand beside an id. */
export const predecessorsIn = (text: string, tasks: readonly Task[], campaignId: number): Piece => {
  const line = text.normalize('NFKC')
  const whole = called(line.trim(), tasks)
  if (whole) return whole
  const pieces = line.split(separators).flatMap((piece) => {
    const trimmed = piece.replace(edges, '')
    return trimmed === '' ? [] : [pieceOf(trimmed, tasks, campaignId)]
  })
  return pieces.find((piece) => 'fault' in piece) ?? together(pieces as Predecessors[])
}

const together = (pieces: readonly Predecessors[]): Predecessors => ({
  tasks: [...new Map(pieces.flatMap(({ tasks }) => tasks.map((task) => [task.id, task]))).values()],
  words: pieces.flatMap(({ words }) => words ?? []).join(', ') || null,
  misspelt: pieces.flatMap(({ misspelt }) => misspelt),
})

const called = (name: string, tasks: readonly Task[]): Piece | null => {
  const same = tasks.filter((task) => task.name.normalize('NFKC') === name)
  if (same.length > 1) return { fault: 'several', given: name, tasks: same }
  return same.length === 1 ? { tasks: same, words: null, misspelt: [] } : null
}

const pieceOf = (piece: string, tasks: readonly Task[], campaignId: number): Piece => {
  const byName = called(piece, tasks)
  if (byName) return byName
  const typed = piece.match(ids) ?? []
  if (typed.length === 0) return { fault: 'unknown', given: piece }
  const found = typed.map((given) => taskOf(given, tasks, campaignId))
  const fault = found.find((one) => 'fault' in one)
  if (fault) return fault
  const rest = piece.replace(ids, ' ')
  const words = onlyJoins.test(rest) ? null : rest.replace(edges, '').replace(/\s+/g, ' ')
  return { ...together(found as Predecessors[]), words }
}

const taskOf = (given: string, tasks: readonly Task[], campaignId: number): Piece => {
  const id = parseId(given)
  if (id?.campaign !== undefined && id.campaign !== campaignId) return { fault: 'elsewhere', given }
  const task = tasks.find(({ number }) => number === id?.number)
  if (!task) return { fault: 'unknown', given }
  return { tasks: [task], words: null, misspelt: isMisspelt(given, task) ? [given] : [] }
}

/** Zeros are written where another number of them belongs; M-3 and m3 are only short. */
const isMisspelt = (given: string, { number }: Task): boolean => {
  const digits = /\d+$/.exec(given)?.[0] ?? ''
  return digits.startsWith('0') && digits !== formatId('M', number).slice(2)
}
