/** One line of an execution monitor (004-T3) as a KPI: target and threshold in its unit, and what they change. */
import { type Compare, Decimal, parseValue, type Value } from '../../kit/value.js'
import { fits, unitOf } from './kpi.js'
import type { Kpi } from './kpi.repo.js'

/** The exact number as text. */
export interface Target {
  target: string
  kind: string
  unit: string
  /** Which side is better, where the sign before the number says so. */
  better?: 'up' | 'down'
}

export interface Limit {
  operator: Compare
  limit: string
}

/** What is left out stays as it is; null empties it. A new KPI needs a target. */
export interface KpiRow {
  name: string
  number?: Target
  /** Null: the relative rule of R52. */
  threshold?: Limit | null
  measure?: string | null
  /** The value it has, in the exact digits. */
  live?: string
}

type Shape = Pick<Kpi, 'kind' | 'unit'>

/** @returns null for what cannot be read, is below nothing, or is counted in something else than `known` */
export const targetIn = (text: string, known: Shape | null): Target | null => {
  const value = parseValue(text)
  if (!value || isNegative(value) || (known && !isLike(known, value))) return null
  const { kind, unit } = known && fits(known, value) ? known : { kind: value.kind, unit: unitOf(value) }
  const better = value.compare && (isUpper(value.compare) ? 'down' : 'up')
  return { target: value.number.toFixed(), kind, unit, ...(better && { better }) }
}

/** A unit may be said of what has none so far. */
const isLike = (known: Shape, value: Value): boolean =>
  fits(known, value) || (known.kind === value.kind && known.unit === '')

const isNegative = ({ number, kind }: Value): boolean => number.lt(0) && kind !== 'uplift'

const isUpper = (compare: Compare): boolean => compare === '<' || compare === '≤'

/**
 * `< 8万`, `> 45秒`; a number alone is on the side that is worse.
 * @returns null for what cannot be read or has another unit
 */
export const limitIn = (text: string, { kind, unit, better }: Shape & { better: string }): Limit | null => {
  const value = parseValue(text)
  if (!value || isNegative(value) || !fits({ kind, unit }, value)) return null
  return { operator: value.compare ?? (better === 'down' ? '>' : '<'), limit: value.number.toFixed() }
}

const worse: Readonly<Record<Compare, 'up' | 'down'>> = { '<': 'up', '≤': 'up', '>': 'down', '≥': 'down' }

/** What a new KPI or a changed one is to be; only what differs from `kpi`. */
export const changeIn = (kpi: Kpi | null, { number, threshold, measure }: KpiRow) => {
  const better = number?.better ?? kpi?.better ?? (threshold ? worse[threshold.operator] : 'up')
  const wish = {
    ...(number && { target: new Decimal(number.target), kind: number.kind, unit: number.unit, better }),
    ...(threshold !== undefined && {
      operator: threshold?.operator ?? null,
      limit: threshold ? new Decimal(threshold.limit) : null,
    }),
    ...(measure !== undefined && { measure }),
  }
  const differs = ([name, value]: [string, unknown]) =>
    String(value ?? '') !== String(kpi?.[name as keyof Kpi] ?? '')
  return Object.fromEntries(Object.entries(wish).filter((entry) => !kpi || differs(entry))) as Partial<
    typeof wish
  >
}

/** Whether the row has a value that is not already the last one. */
export const isNews = (kpi: Kpi | null, { live }: KpiRow): boolean =>
  live !== undefined && !kpi?.readings[0]?.value.eq(live)

const columns: Readonly<Record<string, string>> = {
  ...{ target: 'target', kind: 'target', unit: 'target', better: 'target' },
  ...{ operator: 'threshold', limit: 'threshold' },
}

/** The columns of 004-T3 in which `row` says something else. */
export const columnsIn = (kpi: Kpi, row: KpiRow): string[] => {
  const changed = Object.keys(changeIn(kpi, row)).map((name) => columns[name] ?? name)
  return [...new Set([...changed, ...(isNews(kpi, row) ? ['live'] : [])])]
}
