/** How each of the twelve printed tables is imported. */
import type { Importer } from './importer.js'
import { evaluation } from './imports/evaluation.js'
import { goals } from './imports/goals.js'
import { issues } from './imports/issues.js'
import { kpis } from './imports/kpis.js'
import { phases } from './imports/phases.js'
import { plan } from './imports/plan.js'
import { retroMeasures, retroReport } from './imports/retrospective.js'
import { tasks } from './imports/tasks.js'
import type { PrintedTable } from './printed.js'

/** Rows are kept as JSON and given back to the importer that has read them; nobody else looks inside. */
export const importers: Readonly<Record<PrintedTable, Importer>> = {
  'process-tracking': tasks,
  'market-plan': phases,
  'task-breakdown': tasks,
  'strategy-plan': phases,
  'preparation-progress': tasks,
  'goal-consensus': goals,
  'progress-issues': issues,
  'execution-monitor': kpis,
  'effect-evaluation': evaluation,
  'retrospective-measures': retroMeasures,
  'retrospective-report': retroReport,
  'campaign-plan': plan,
}

/** @param table as a draft of long ago may name it */
export const importerOf = (table: string): Importer | undefined =>
  (importers as Readonly<Partial<Record<string, Importer>>>)[table]
