/** The cells of a progress and issue table (003-T4) that are neither text nor people. */
import { cut } from '../../../kit/text.js'
import { addDays, type LocalDate } from '../../../kit/time.js'
import { Decimal, parseValue } from '../../../kit/value.js'
import type { Cells } from './cells.js'
import { type Dating, dayAt } from './when.js'
import type { Words } from './words.js'

/** Percent; nothing gets further than that. */
const mostRate = 1000

/** `8/10`: 8 of 10. */
const share = /^(\d{1,9}(?:\.\d+)?) ?\/ ?(\d{1,9})$/

const percentIn = (text: string): Decimal | null => {
  const [, part = '', whole = ''] = share.exec(text.normalize('NFKC')) ?? []
  if (whole !== '') return Number(whole) === 0 ? null : new Decimal(part).div(whole).mul(100)
  const value = parseValue(text)
  if (!value || value.compare || value.number.lt(0) || value.unit !== '' || value.perDay) return null
  if (value.kind === 'percent') return value.number
  if (value.kind !== 'amount') return null
  // Excel keeps 80% as 0.8.
  return value.number.lte(1) ? value.number.mul(100) : value.number
}

/** The completion rate in percent, to two decimals; null where it says that there is none. */
export const rateIn = (words: Words, cells: Cells): string | null | undefined => {
  const text = cells.of('rate')
  if (text === '') return undefined
  if (words.isNothing(text)) return null
  const percent = percentIn(text)
  const given = cut(text, 40)
  if (!percent || percent.gt(mostRate)) return void cells.note('rate', 'rate', { given })
  const rate = percent.toDecimalPlaces(2).toFixed()
  if (!/[%％]/.test(text)) cells.note('rateRead', 'rate', { given, read: `${rate}%` })
  return rate
}

/** Whether it says 已处理; undefined where it says nothing clear. */
export const solvedIn = (
  words: Words,
  states: ReadonlyMap<string, boolean>,
  cells: Cells,
  key: (text: string) => string,
): boolean | undefined => {
  const text = cells.of('state')
  if (text === '') return undefined
  const solved =
    states.get(key(text)) ?? { done: true, doing: false, todo: false, late: false }[statusIn(words, text)]
  if (solved === undefined) cells.note('state', 'state', { given: cut(text, 40) })
  return solved
}

const statusIn = (words: Words, text: string) => (words.status(text) ?? 'none') as 'done' | 'doing'

const refuseOutside = ({ first, last }: Dating, cells: Cells, column: string, date: LocalDate): void => {
  if (date < first || date > last) cells.note('outside', column, { given: date, first, last })
}

/** The day on which it happened. */
export const happenedIn = (dating: Dating, cells: Cells): LocalDate => {
  const date = dayAt(dating, cells, 'date')?.from
  if (date === undefined && !cells.refused()) cells.note('dateMissing', 'date')
  if (date !== undefined) refuseOutside(dating, cells, 'date', date)
  return date ?? ''
}

/** The day by which it is to be solved. */
export const expectedIn = (
  dating: Dating,
  words: Words,
  cells: Cells,
  happenedOn: LocalDate,
): LocalDate | undefined => {
  if (words.isNothing(cells.of('expected'))) return undefined
  const date = dayAt(dating, cells, 'expected')?.to
  if (date === undefined) return undefined
  refuseOutside(dating, cells, 'expected', date)
  if (date < happenedOn) cells.note('endFirst', 'expected', { given: `${happenedOn} – ${date}` })
  return date
}

/** F82: later than the 24 hours is an exception, which somebody should be able to explain. */
export const noteException = (
  cells: Cells,
  { happenedOn, expectedOn }: { happenedOn: LocalDate; expectedOn: LocalDate | undefined },
  measure: string | null,
): void => {
  if (expectedOn === undefined || expectedOn <= addDays(happenedOn, 1)) return
  cells.note(measure ? 'exception' : 'exceptionBare', 'expected', { date: expectedOn })
}
