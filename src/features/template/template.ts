/** Templates: the documents of the handbook as data. Every date is a number of days from launch T (O2). */
import type { Role } from '../people/index.js'

export const templateNames = ['card-000', 'process-001', 'plan-002', 'strategy-003', 'ecom-004'] as const
export type TemplateName = (typeof templateNames)[number]

export const phaseKeys = ['prepare', 'warmup', 'burst', 'tail', 'retrospective'] as const
export type PhaseKey = (typeof phaseKeys)[number]

/** The phases the public sees (P1 to P3): T is the first day of the first, E the last day of the last. */
export const publicPhases: readonly PhaseKey[] = ['warmup', 'burst', 'tail']
export const isPublicPhase = (key: string): boolean => (publicPhases as readonly string[]).includes(key)

/** Sections of the campaign plan D1. */
export const planItems = [
  'name',
  'theme',
  'audience',
  'time',
  'goals',
  'flow',
  'rules',
  'budget',
  'owners',
  'risk',
] as const
export type PlanItemKey = (typeof planItems)[number]

/** Kinds of campaigns the documents speak of (000 §0, 004 §1). */
export const campaignTypes = [
  'mega-promotion',
  'new-product',
  'member-day',
  'category-day',
  'brand',
  'clearance',
  'festival',
  'acquisition',
  'other',
] as const
export type CampaignType = (typeof campaignTypes)[number]

export type Priority = 'high' | 'medium' | 'low'

/** Approval flows of the approval feature: A1, A3 and A7. */
export type Preset = 'generic' | 'joint-goals' | 'ecommerce'

/** Days from T, both included. */
export interface TemplatePhase {
  key: PhaseKey
  from: number
  to: number
  /** Least and most days that are normal for it: a longer or shorter one asks for a reason (R9 to R12, O3). */
  norm?: readonly [least: number, most: number]
  /** How a saved version calls it; else the words of the built-in template. */
  label?: string
}

export type TaskWord = 'description' | 'deliverable' | 'support' | 'remarks'

/** What a task of a saved version says: words of the campaign it was saved from, and its counted and dated parts. */
export interface OwnTask extends Readonly<Record<TaskWord | 'predecessor', string | null>> {
  name: string
  criteria: readonly { name: string; need: number }[]
  /** `day`: days from T. */
  nodes: readonly { name: string; day: number; time: string | null }[]
}

/** What a KPI of a saved version says; numbers as exact text. */
export interface OwnKpi {
  name: string
  measure: string | null
  numbers: { target: string; unit: string; kind: string; operator: string | null; limit: string | null }
}

export interface TemplateTask {
  key: string
  /** Position of its one owner (role R1). */
  owner: Role
  /** Position of its approver (role R2). */
  approver?: Role
  /** Days from T, both included. */
  from: number
  to: number
  /** It lasts as long as this phase, also when the phase is longer or shorter than printed. */
  phase?: PhaseKey
  priority: Priority
  /** Keys of its predecessors. */
  after: readonly string[]
  /** Which words of it stand in the locales, besides its name. */
  words: readonly TaskWord[]
  /** Its words, when it was saved from a campaign. */
  own?: OwnTask
}

export interface TemplateKpi {
  metric: string
  /** As printed, read by `parseValue`: `10万`, `3%`, `≤30秒`. */
  target: string
  /** The warning threshold as printed; without one the relative rule holds (R52). */
  threshold?: string
  better: 'up' | 'down'
  /** Whether a measure for the breach stands in the locales. */
  measure: boolean
  /** Its words and numbers, when it was saved from a campaign. */
  own?: OwnKpi
}

export type ReportDocument = 'D16' | 'D17' | 'D18' | 'D19' | 'D20'

/** `half`: half executed (R66). `end`: E plus days. `retrospective`: its last day or E plus days. */
export type ReportDue =
  | { anchor: 'half' }
  | { anchor: 'end'; days: number; count: 'calendar' | 'working' }
  | { anchor: 'retrospective'; otherwise: number }

export interface TemplateReport {
  document: ReportDocument
  due: ReportDue
}

export interface Template {
  name: TemplateName
  /** What a campaign made from it is, unless somebody says otherwise. */
  type: CampaignType
  phases: readonly TemplatePhase[]
  /** Their order gives the numbers M-001, M-002 … */
  tasks: readonly TemplateTask[]
  kpis: readonly TemplateKpi[]
  planItems: readonly PlanItemKey[]
  /** Which flow signs what. */
  approvals: Readonly<{ goals?: Preset; plan: Preset }>
  reports: readonly TemplateReport[]
  /** The saved version this is; `name` is then the built-in template it rests on. */
  saved?: { id: number; name: string; version: number }
}

/** Positions that own or approve a task of `template`, each once, in the order of the tasks. */
export const rolesOf = (template: Template): Role[] => [
  ...new Set(template.tasks.flatMap((task) => [task.owner, ...(task.approver ? [task.approver] : [])])),
]
