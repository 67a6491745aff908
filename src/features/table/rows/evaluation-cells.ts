/** The cells of an effect evaluation (003-T5); a rate is compared with the computed one, never kept. */
import type { Context } from '../../../kit/context.js'
import { cut } from '../../../kit/text.js'
import { parseValue } from '../../../kit/value.js'
import {
  actualText,
  dimensionOf,
  dimensionText,
  type Evaluated,
  evaluationKey,
  isUnreadable,
  type Measured,
  type Numbers,
  numbersFrom,
  numbersOf,
  rateOf,
  rateText,
  targetText,
} from '../../evaluation/index.js'
import { folded } from '../read/fold.js'
import type { Cells } from './cells.js'
import { lineIn } from './texts.js'
import type { Words } from './words.js'

/** Letters of a metric, and of a dimension of the writer's own. */
export const longest = { metric: 500, dimension: 60 }

export interface EvaluationReading {
  ctx: Context
  words: Words
  dimension: ReadonlyMap<string, string>
  measured: Measured
  /** What is shown now, by dimension and metric. */
  shown: ReadonlyMap<string, Evaluated>
}

/** The one it says, else that of the metric wherever it stands, else the one it most likely belongs to. */
export const dimensionIn = (
  { ctx, dimension, shown }: EvaluationReading,
  cells: Cells,
  metric: string,
): string => {
  const text = lineIn(cells, 'dimension', longest.dimension)
  if (text !== '') return dimension.get(folded(text)) ?? text
  const key = (row: { metric: string }) => evaluationKey({ dimension: '', metric: row.metric })
  const [one, other] = [...shown.values()].filter((row) => key(row) === key({ metric }))
  if (one && !other) return one.dimension
  const guess = dimensionOf(metric)
  cells.note('dimension', 'dimension', { read: dimensionText(ctx.t, guess) })
  return guess
}

const columns = ['target', 'actual'] as const

/** Undefined: nothing is said; null: there is none. */
const said = ({ words }: EvaluationReading, cells: Cells, column: (typeof columns)[number]) => {
  const text = cells.of(column)
  return text === '' ? undefined : words.isNothing(text) ? null : text
}

/** Both numbers, with what stands where the table says nothing. */
export const numbersIn = (
  reading: EvaluationReading,
  cells: Cells,
  metric: string,
  stands: Evaluated | undefined,
) => {
  const target = said(reading, cells, 'target')
  const actual = said(reading, cells, 'actual')
  const texts = {
    target: target === undefined && stands ? targetText(stands) : (target ?? ''),
    actual: actual === undefined && stands ? actualText(stands) : (actual ?? ''),
  }
  const numbers = numbersFrom(texts, metric, numbersOf(reading.measured, metric))
  if (isUnreadable(numbers)) {
    const given = cut(texts[numbers.field], 40)
    if (numbers.why === 'value') cells.note('number', numbers.field, { given })
    else cells.note('valueOther', numbers.field, { given, other: cut(texts.target, 40) })
    return null
  }
  told(cells, numbers, target, actual)
  return { numbers, target, actual }
}

/** What was read otherwise than it is written. */
const told = (
  cells: Cells,
  numbers: Numbers,
  target: string | null | undefined,
  actual: string | null | undefined,
): void => {
  if (target && numbers.compare !== null && parseValue(target)?.compare === undefined)
    cells.note('lower', 'target', { given: cut(target, 40), read: targetText(numbers) })
  if (actual && parseValue(actual)?.compare !== undefined)
    cells.note('date', 'actual', { given: cut(actual, 40), read: actualText(numbers) })
}

/** Whether a rate that somebody wrote is the computed one, rounded as they did; cells of Excel say 0.9 for 90 %. */
const isRate = (text: string, numbers: Numbers): boolean => {
  const value = parseValue(text)
  if (!value || value.kind === 'ratio') return false
  const { number } = value
  const points = value.kind === 'amount' ? [number, number.mul(100)] : [number]
  return points.some((one) => {
    const computed = rateOf(numbers, Math.min(one.decimalPlaces(), 15))
    return computed !== null && one.eq(computed)
  })
}

export const compareRate = ({ words }: EvaluationReading, cells: Cells, numbers: Numbers): void => {
  const text = cells.of('achievement')
  if (text === '' || words.isNothing(text)) return
  const [given, computed] = [cut(text, 40), rateText(numbers)]
  if (computed === '') cells.note('rateAlone', 'achievement', { given })
  else if (!isRate(text, numbers)) cells.note('achievement', 'achievement', { given, computed })
}
