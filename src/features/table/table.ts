/** The tables that are made from the campaign as it is now, by name. */
import type { Reading } from '../../kit/context.js'
import type { Translate } from '../../kit/translate.js'
import type { Campaign } from '../campaign/index.js'
import type { Sheet } from './sheet.js'
import { campaignPlan } from './tables/campaign-plan.js'
import { effectEvaluation } from './tables/effect-evaluation.js'
import { executionMonitor } from './tables/execution-monitor.js'
import { marketPlan, strategyPlan } from './tables/execution-plan.js'
import { goalConsensus } from './tables/goal-consensus.js'
import { preparationProgress } from './tables/preparation-progress.js'
import { processTracking } from './tables/process-tracking.js'
import { progressIssues } from './tables/progress-issues.js'
import { retrospectiveMeasures, retrospectiveReport } from './tables/retrospective.js'
import { taskBreakdown } from './tables/task-breakdown.js'

export const tables = [
  'preparation-progress',
  'task-breakdown',
  'process-tracking',
  'market-plan',
  'strategy-plan',
  'goal-consensus',
  'progress-issues',
  'execution-monitor',
  'effect-evaluation',
  'retrospective-measures',
  'retrospective-report',
  'campaign-plan',
] as const
export type TableName = (typeof tables)[number]

type Make = (store: Reading, campaign: Campaign, t: Translate) => Promise<Sheet>

export const makers: Readonly<Record<TableName, Make>> = {
  'preparation-progress': preparationProgress,
  'task-breakdown': taskBreakdown,
  'process-tracking': processTracking,
  'market-plan': marketPlan,
  'strategy-plan': strategyPlan,
  'goal-consensus': goalConsensus,
  'progress-issues': progressIssues,
  'execution-monitor': executionMonitor,
  'effect-evaluation': effectEvaluation,
  'retrospective-measures': retrospectiveMeasures,
  'retrospective-report': retrospectiveReport,
  'campaign-plan': campaignPlan,
}
