/** The effect evaluation (003-T5), kept through the rules of evaluations. */
import { cut } from '../../../kit/text.js'
import { type EvaluationRow, evaluationPlan, keepEvaluation } from '../../evaluation/index.js'
import { type Importer, outcomeOf } from '../importer.js'
import { evaluationRows } from '../rows/evaluation-rows.js'

export const evaluation: Importer<EvaluationRow> = {
  read: evaluationRows,
  async outlook({ db }, campaign, rows) {
    const plan = await evaluationPlan({ db }, campaign.id, rows)
    const changes = plan.changed.map(({ row, stands }) => [stands.number, stands.version, row])
    return outcomeOf(plan, [plan.added, changes], ({ stands, columns }) => ({
      id: stands.number === null ? '' : `${stands.number}.`,
      name: cut(stands.metric, 40),
      columns,
    }))
  },
  async apply(ctx, campaign, rows, source) {
    await keepEvaluation(ctx, campaign, rows, { ...source })
  },
  way: 'evaluation',
}
