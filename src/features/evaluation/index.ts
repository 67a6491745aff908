/** Evaluation: what each metric of a campaign reached, why, and what follows (table 003-T5, document D19). */
import type { Feature } from '../../kit/feature.js'
import { evaluation as show } from './commands/evaluation.js'
import { evaluationRemove } from './commands/evaluation-remove.js'
import { evaluationSet } from './commands/evaluation-set.js'
import { samples } from './evaluation.samples.js'
import { views } from './evaluation.views.js'
import { personLinked } from './reactions/person-linked.js'

export const evaluation: Feature = {
  name: 'evaluation',
  commands: [show, evaluationSet, evaluationRemove],
  views,
  reactions: [personLinked],
  samples,
}

export {
  actualText,
  dimensionOf,
  dimensions,
  dimensionText,
  type Evaluated,
  keyOf as evaluationKey,
  type Numbers,
  rateOf,
  rateText,
  targetText,
} from './evaluation.js'
export { keepEvaluation } from './keep.js'
export { isUnreadable, numbersFrom } from './numbers.js'
export { type EvaluationRow, evaluationPlan } from './plan.js'
export { evaluatedOf, type Measured, measuredIn, numbersOf } from './rows.js'
