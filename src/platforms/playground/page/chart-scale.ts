/** Where the values of a chart stand, how they are written, and how series are told apart. */
import type { Chart } from '../../../kit/card.js'
import type { Language } from '../../../kit/translate.js'

/** Null for what is missing: a series may be shorter than the labels, and JSON knows no NaN. */
export const valueAt = (values: readonly number[], at: number): number | null => {
  const value: unknown = values[at]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export const present = (chart: Chart): number[] =>
  chart.series.flatMap(({ values }) => chart.labels.flatMap((_, at) => valueAt(values, at) ?? []))

/** Writes a value with its unit; `short` ones from 10 000 on in 万 or K. */
export const writer = (language: Language, unit: string, short: boolean) => {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const compact = new Intl.NumberFormat(language, { maximumFractionDigits: 2, notation: 'compact' })
  return (value: number | null): string => {
    if (value === null) return '–'
    const number = short && Math.abs(value) >= 10_000 ? compact : plain
    return `${number.format(value).replace(/^-/, '−')}${unit}`
  }
}

/** About four round numbers that take in zero and all values; at least two. */
export const ticksFor = (values: readonly number[]): number[] => {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const rough = (most - least || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10) * power
  const first = Math.floor(least / step)
  const count = Math.max(1, Math.ceil(most / step) - first)
  return Array.from({ length: count + 1 }, (_, i) => (first + i) * step)
}

/** Where `value` stands from `least` (0) to `most` (100). */
export const percentOf = (value: number, least: number, most: number): number =>
  most > least ? ((value - least) / (most - least)) * 100 : 0

/** As many colours and dashes as `chart.css` knows. */
const looks = 6
export const seriesClass = (at: number): string => `series-${(at % looks) + 1}`
