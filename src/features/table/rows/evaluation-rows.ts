/** Lines of an effect evaluation (003-T5) as rows of the evaluation. */
import type { Context } from '../../../kit/context.js'
import type { Campaign } from '../../campaign/index.js'
import {
  dimensions,
  type EvaluationRow,
  evaluatedOf,
  evaluationKey,
  measuredIn,
} from '../../evaluation/index.js'
import type { Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { compareRate, dimensionIn, type EvaluationReading, longest, numbersIn } from './evaluation-cells.js'
import { leftOut, lineIn } from './texts.js'
import { wordsFor, wordsOf } from './words.js'

const rowOf = (reading: EvaluationReading, cells: Cells): EvaluationRow | null => {
  const metric = lineIn(cells, 'metric', longest.metric)
  if (metric === '') cells.note('metric', 'metric')
  if (cells.refused()) return null
  const key = { metric, dimension: dimensionIn(reading, cells, metric) }
  const stands = reading.shown.get(evaluationKey(key))
  const read = numbersIn(reading, cells, metric, stands)
  if (!read) return null
  const { numbers, target, actual } = read
  compareRate(reading, cells, numbers)
  const { kind, unit, compare } = numbers
  const texts = (['source', 'analysis', 'suggestion'] as const).flatMap((column) => {
    const text = cells.of(column)
    return text === '' ? [] : [[column, text] as const]
  })
  return {
    ...{ ...key, kind, unit, compare, ...Object.fromEntries(texts) },
    ...(target !== undefined && { target: numbers.target?.toFixed() ?? null }),
    ...(actual !== undefined && { actual: numbers.actual?.toFixed() ?? null }),
  }
}

/** Reads the rows of a table; one bad line never loses the others. */
export const evaluationRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<EvaluationRow>> => {
  const findings = [...wholeFindings({ ...found, extra: [] }), ...leftOut(found)]
  const reading: EvaluationReading = {
    ...{ ctx, words: wordsOf(ctx.t, []) },
    dimension: wordsFor(ctx.t, ['evaluation.dimension', 'table.words.evaluation'], dimensions),
    measured: await measuredIn(ctx.db, campaign.id),
    shown: new Map((await evaluatedOf(ctx.db, campaign.id)).map((row) => [evaluationKey(row), row])),
  }
  const all = cellsIn(found, findings)
  const met = new Map<string, number>()
  const rows = all.flatMap((cells) => {
    const row = cells.refused() ? null : rowOf(reading, cells)
    const twice = row && met.get(evaluationKey(row))
    if (twice) cells.note('rowTwice', 'metric', { other: twice })
    if (!row || cells.refused()) return []
    met.set(evaluationKey(row), cells.row)
    return [row]
  })
  return { rows, findings, refused: all.length - rows.length }
}
