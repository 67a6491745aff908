/** Programmes: campaigns of a year or a quarter that belong together (003 §1.1). */
import { unspaced } from '../../kit/fold.js'
import type { LocalDate } from '../../kit/time.js'

/** Characters a name may have. */
export const longestName = 60

/** Letter case, blanks and full-width forms do not tell two programmes apart. */
export const keyOf = (name: string): string => unspaced(name)

const quarters: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 },
}
const day = (year: number, month: number, date: number): LocalDate =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The days a name speaks of: 2026年度, 2026 Q2, 2026年第二季度; null when it names no year. */
export const periodOf = (name: string): { fromOn: LocalDate; toOn: LocalDate } | null => {
  const line = name.normalize('NFKC')
  const year = Number(/(?<!\d)(20\d{2})(?!\d)/u.exec(line)?.[1] ?? Number.NaN)
  if (Number.isNaN(year)) return null
  const named = /q ?([1-4])(?!\d)/iu.exec(line)?.[1] ?? /第?([一二三四1-4])季/u.exec(line)?.[1]
  const quarter = named === undefined ? null : quarters[named]
  if (!quarter) return { fromOn: day(year, 0, 1), toOn: day(year, 11, 31) }
  return { fromOn: day(year, quarter * 3 - 3, 1), toOn: day(year, quarter * 3, 0) }
}

/** Whether no public day of the campaign lies in the period. */
export const isOutside = (
  { launchOn, endOn }: { launchOn: LocalDate; endOn: LocalDate },
  period: { fromOn: LocalDate; toOn: LocalDate } | null,
): boolean => period !== null && (endOn < period.fromOn || launchOn > period.toOn)
