/** The heads of the calendar: years, months, weeks or days, whatever has room. */
import { type LocalDate, weekday } from '../../kit/time.js'
import type { Language } from '../../kit/translate.js'
import { widthOfWords } from '../../kit/width.js'
import { type Axis, daysOf } from './axis.js'
import { right } from './look.js'

export interface Head {
  x: number
  width: number
  words: string
}

/** Narrower months are told by the ticks, below their years. */
const monthWidth = 40
const areNarrow = ({ day }: Axis): boolean => day * 28 < monthWidth

const firstsOf = (axis: Axis, of: 'month' | 'year'): LocalDate[] => {
  const end = of === 'month' ? '-01' : '-01-01'
  return daysOf(axis).filter((date, i) => i === 0 || date.endsWith(end))
}

const headsAt = (
  axis: Axis,
  firsts: readonly LocalDate[],
  size: number,
  names: (date: LocalDate, i: number) => string[],
) =>
  firsts.map((date, i) => {
    const next = firsts[i + 1]
    const x = axis.x(date)
    const width = (next ? axis.x(next) : right) - x
    return {
      date,
      x,
      width,
      words: names(date, i).find((name) => widthOfWords(name, size, true) + 8 <= width) ?? '',
    }
  })

/** Months, or years where months get too narrow; the year is said once. */
export const monthsOf = (axis: Axis, language: Language, size: number): Head[] =>
  areNarrow(axis)
    ? headsAt(axis, firstsOf(axis, 'year'), size, (date) => [date.slice(0, 4)])
    : headsAt(axis, firstsOf(axis, 'month'), size, (date, i) => {
        const long = i === 0 || date.slice(5, 7) === '01'
        return [nameOf(date, language, long), nameOf(date, language, false)]
      })

const nameOf = (date: LocalDate, language: Language, long: boolean): string =>
  new Intl.DateTimeFormat(language, {
    month: 'short',
    timeZone: 'UTC',
    ...(long && { year: 'numeric' as const }),
  }).format(new Date(`${date}T00:00:00Z`))

export interface Tick extends Head {
  date: LocalDate
}

/** Narrower days are told by their weeks. */
export const dayWidth = 19
const weekWidth = 46

/** Every day, or the Mondays that have room, or months below their years. */
export const ticksOf = (axis: Axis, language: Language): Tick[] => {
  if (areNarrow(axis))
    return headsAt(axis, firstsOf(axis, 'month'), 12.5, (date) => [
      nameOf(date, language, false),
      String(Number(date.slice(5, 7))),
    ])
  const days = daysOf(axis)
  if (axis.day >= dayWidth)
    return days.map((date) => ({
      date,
      x: axis.x(date),
      width: axis.day,
      words: String(Number(date.slice(8))),
    }))
  const step = Math.ceil(weekWidth / (7 * axis.day))
  return days
    .filter((date) => weekday(date) === 1)
    .filter((_, i) => i % step === 0)
    .map((date) => ({ date, x: axis.x(date), width: weekWidth, words: date.slice(5) }))
    .filter(({ x }) => x + weekWidth <= right)
}
