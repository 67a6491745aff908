/** Which task waits for which, as a table says it: `M-03` is M-003 (O18), what nobody knows is left out, loops are refused. */
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { formatId } from '../../../kit/ids.js'
import { cut } from '../../../kit/text.js'
import type { Campaign } from '../../campaign/index.js'
import {
  awaitedBy,
  type Link,
  LoopError,
  linksOf,
  neighboursOf,
  ordered,
  type Task,
  type TaskRow,
} from '../../task/index.js'
import type { Cells } from './cells.js'
import type { Words } from './words.js'

/** Loops that are taken apart one by one; with more the table means something else. */
const mostLoops = 20

interface Read {
  cells: Cells
  row: TaskRow
}

interface Links {
  tasks: readonly Task[]
  words: Words
  read: readonly Read[]
  hasColumn: boolean
}

const ids = /M\s?[-–—]?\s?0*([1-9]\d{0,8})(?!\d)/giu
/** What joins ids and says no more than that they come first. */
const marks = /[\s,，、;；/&+.。"“”「」'’()（）]+/g
const joints = /^(?:和|与|與|及|and|完成|确认|確認|done|finished|confirmed|之?后|之?後)*$/iu

const mentionedIn = (cells: Cells, text: string) =>
  [...text.normalize('NFKC').matchAll(ids)].map(([written, digits]) => {
    const number = Number(digits)
    const id = formatId('M', number)
    if (written.toUpperCase() !== id) cells.note('ref', 'predecessor', { given: written, id })
    return number
  })

/** The words beyond the ids; null when they say nothing more. */
const wordsIn = (text: string): string | null =>
  joints.test(text.normalize('NFKC').replace(ids, '').replace(marks, '')) ? null : text

const linked = ({ cells, row }: Read, words: Words, known: ReadonlySet<number>): TaskRow => {
  const text = cells.of('predecessor')
  if (text === '') return row
  if (words.isNothing(text)) return { ...row, predecessors: [], predecessor: null }
  const mentioned = [...new Set(mentionedIn(cells, text))]
  const self = mentioned.includes(row.number)
  if (self) cells.note('refSelf', 'predecessor', { id: formatId('M', row.number) })
  const unknown = mentioned.filter((number) => !known.has(number) && number !== row.number)
  if (unknown.length > 0) {
    const missing = unknown.map((number) => formatId('M', number)).join(', ')
    cells.note('refUnknown', 'predecessor', { ids: cut(missing, 80) })
  }
  const predecessors = mentioned.filter((number) => known.has(number) && number !== row.number)
  return { ...row, predecessors, predecessor: wordsIn(text) }
}

/** All links as they would be, between numbers. */
const linksWith = (before: ReadonlyMap<number, number[]>, rows: readonly TaskRow[]): Link[] => {
  const all = new Map(before)
  for (const { number, predecessors } of rows) if (predecessors) all.set(number, [...predecessors])
  return [...all].flatMap(([taskId, awaited]) => awaited.map((predecessorId) => ({ taskId, predecessorId })))
}

const loopIn = (numbers: readonly number[], links: readonly Link[]): readonly number[] | null => {
  try {
    ordered(neighboursOf(numbers, links))
    return null
  } catch (error) {
    if (error instanceof LoopError) return error.loop
    throw error
  }
}

/** The rows with their predecessors; a row that would close a loop is refused, the last one of the loop in the table. */
export const linkRows = async (ctx: Context, campaign: Campaign, links: Links): Promise<TaskRow[]> => {
  const { tasks, words, read, hasColumn } = links
  if (!hasColumn) return read.map(({ row }) => row)
  const known = new Set([...tasks, ...read.map(({ row }) => row)].map(({ number }) => number))
  let left = read.map((one) => ({ cells: one.cells, row: linked(one, words, known) }))
  const before = awaitedBy(tasks, await linksOf(ctx.db, campaign.id))
  for (let loops = 0; loops <= mostLoops; loops++) {
    const now = linksWith(
      before,
      left.map(({ row }) => row),
    )
    const loop = loopIn([...known], now)
    const guilty =
      loop && left.findLast(({ row }) => loop.includes(row.number) && (row.predecessors?.length ?? 0) > 0)
    if (!loop || !guilty) return left.map(({ row }) => row)
    const shown = loop
      .slice(0, 8)
      .map((number) => formatId('M', number))
      .join(' → ')
    guilty.cells.note('loop', 'predecessor', { loop: loop.length > 8 ? `${shown} …` : shown })
    left = left.filter((one) => one !== guilty)
  }
  throw new UserError('table.error.loops', { max: mostLoops }, { field: 'pasted' })
}
