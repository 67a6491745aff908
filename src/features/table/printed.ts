/** The twelve printed tables (handbook part 3): their columns in the printed order; the words stand in the locales. */

export const printed = {
  /** 000-T1 */
  'process-tracking': ['phase', 'task', 'description', 'owner', 'node', 'status', 'remarks'],
  /** 002-T1 */
  'market-plan': ['phase', 'period', 'owner', 'core', 'criterion', 'resources', 'riskPlan', 'remarks'],
  /** 003-T1 */
  'goal-consensus': ['type', 'strategy', 'metric', 'target', 'owner', 'reached', 'remarks'],
  /** 003-T2; approver and status are ours (O19) */
  'task-breakdown': [
    'id',
    'task',
    'description',
    'strategy',
    'owner',
    'period',
    'deliverable',
    'predecessor',
    'support',
    'priority',
    'approver',
    'status',
  ],
  /** 003-T3 */
  'strategy-plan': ['phase', 'period', 'action', 'owner', 'resources', 'risk', 'response'],
  /** 003-T4 */
  'progress-issues': [
    'date',
    'progress',
    'rate',
    'anomaly',
    'impact',
    'owner',
    'measure',
    'expected',
    'state',
  ],
  /** 003-T5 */
  'effect-evaluation': [
    'dimension',
    'metric',
    'target',
    'actual',
    'achievement',
    'source',
    'analysis',
    'suggestion',
  ],
  /** 003-T6 */
  'retrospective-measures': ['part', 'success', 'shortcoming', 'cause', 'measure', 'owner', 'planned'],
  /** 004-T1 */
  'campaign-plan': ['item', 'explanation', 'example'],
  /** 004-T2 */
  'preparation-progress': ['task', 'owner', 'start', 'due', 'status', 'remarks'],
  /** 004-T3 */
  'execution-monitor': ['metric', 'target', 'live', 'threshold', 'measure'],
  /** 004-T4 */
  'retrospective-report': ['dimension', 'content'],
} as const

export type PrintedTable = keyof typeof printed
export const printedTables = Object.keys(printed) as PrintedTable[]

/** A table whose rows are tasks, in any of three layouts. */
export const taskTables = ['process-tracking', 'task-breakdown', 'preparation-progress'] as const
export type TaskTable = (typeof taskTables)[number]
export const isTaskTable = (table: PrintedTable): table is TaskTable =>
  (taskTables as readonly PrintedTable[]).includes(table)

/** Columns a table of tasks may have beside its own; `index` counts rows and says nothing. */
export const taskColumns = [
  'id',
  'task',
  'description',
  'phase',
  'strategy',
  'owner',
  'period',
  'node',
  'start',
  'due',
  'deliverable',
  'predecessor',
  'support',
  'priority',
  'approver',
  'status',
  'remarks',
  'index',
] as const
export type TaskColumn = (typeof taskColumns)[number]

/** Tables whose rows are the dated phases of a campaign. */
export type PhaseTable = 'market-plan' | 'strategy-plan'
