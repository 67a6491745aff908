/** What rows of a table would make of an evaluation: new, changed or as they are; nothing is kept here. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { sameLines } from '../../kit/lines.js'
import { type Evaluated, keyOf, mostRows, type Numbers } from './evaluation.js'
import { evaluatedOf } from './rows.js'

const texts = ['source', 'analysis', 'suggestion'] as const

/** One line of a table. What is left out stays as it is; null empties it. */
export interface EvaluationRow extends Partial<Record<(typeof texts)[number], string | null>> {
  dimension: string
  metric: string
  /** Digits, as JSON keeps them; null: as the goal or KPI of this metric says. */
  target?: string | null
  actual?: string | null
  kind: string
  unit: string
  compare: string | null
}

export interface EvaluationPlan {
  added: readonly EvaluationRow[]
  changed: readonly { row: EvaluationRow; stands: Evaluated; columns: readonly string[] }[]
  unchanged: readonly Evaluated[]
}

const sameNumber = (row: EvaluationRow, stands: Numbers, column: 'target' | 'actual'): boolean => {
  const [said, now] = [row[column] ?? null, stands[column]]
  if (said === null || now === null) return said === null && now === null
  const alike = row.kind === stands.kind && (row.unit === '' || row.unit === stands.unit)
  return now.eq(said) && alike && (column === 'actual' || row.compare === stands.compare)
}

/** Columns in which a row says something else than what stands. */
const columnsOf = (row: EvaluationRow, stands: Evaluated): string[] => [
  ...(['target', 'actual'] as const).filter(
    (column) => row[column] !== undefined && !sameNumber(row, stands, column),
  ),
  ...texts.filter((column) => row[column] !== undefined && !sameLines(row[column], stands[column])),
]

/** What `rows` would do to what is shown now. @throws UserError when there would be too many */
export const evaluationPlan = async (
  { db }: Pick<Context, 'db'>,
  campaignId: number,
  rows: readonly EvaluationRow[],
): Promise<EvaluationPlan> => {
  const shown = new Map((await evaluatedOf(db, campaignId)).map((row) => [keyOf(row), row]))
  const met = rows.flatMap((row) => {
    const stands = shown.get(keyOf(row))
    return stands ? [{ row, stands, columns: columnsOf(row, stands) }] : []
  })
  const added = rows.filter((row) => !shown.has(keyOf(row)))
  if (shown.size + added.length > mostRows) throw new UserError('evaluation.error.full', { max: mostRows })
  return {
    added,
    changed: met.filter(({ columns }) => columns.length > 0),
    unchanged: met.filter(({ columns }) => columns.length === 0).map(({ stands }) => stands),
  }
}
