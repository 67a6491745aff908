/** 《推广效果评估分析表》, the effect evaluation of a campaign (003-T5): eight columns, a row per metric, the rate computed. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import {
  actualText,
  dimensions,
  dimensionText,
  evaluatedOf,
  rateText,
  targetText,
} from '../../evaluation/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

export const effectEvaluation = async ({ db }: Reading, { id }: Campaign, t: Translate): Promise<Sheet> => {
  const dimension = { kind: 'choice' as const, choices: dimensions.map((one) => dimensionText(t, one)) }
  const rows = await evaluatedOf(db, id)
  return {
    title: t.named('table.effect-evaluation', 'title'),
    columns: columnsFor(t, 'effect-evaluation', { dimension }),
    rows: rows.map((row) => [
      dimensionText(t, row.dimension),
      row.metric,
      targetText(row),
      actualText(row),
      rateText(row),
      row.source ?? '',
      row.analysis ?? '',
      row.suggestion ?? '',
    ]),
  }
}
