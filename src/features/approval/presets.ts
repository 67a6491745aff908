/** Who signs what in which order: the approval flows of the handbook as data (O5, O7). */
import { signers } from '../people/index.js'
import type { PlanItemKey, Preset as PresetName } from '../template/index.js'

/** Roles that sign; each campaign or company names a person for them. */
export type SignerRole = (typeof signers)[number]
export const isSignerRole = (role: string): role is SignerRole =>
  (signers as readonly string[]).includes(role)

/** What can be submitted: the campaign plan (D1) and the goal confirmation letter (D2). */
export const subjects = ['plan', 'goals'] as const
export type Subject = (typeof subjects)[number]

export interface Preset {
  /** Roles of one position are asked at once; positions one after the other. */
  positions: readonly (readonly SignerRole[])[]
  /** Sections a role answers for: its signature holds while they are unchanged; a role not named: all. */
  checks: Partial<Record<SignerRole, readonly PlanItemKey[]>>
}

export const presets = {
  /** A7: in the printed order; who answers for goal, risk and budget (004 §2.3) is our division. */
  ecommerce: {
    positions: [['marketing-manager'], ['operations-supervisor'], ['finance-head']],
    checks: {
      'marketing-manager': ['name', 'theme', 'audience', 'goals'],
      'operations-supervisor': ['time', 'flow', 'rules', 'owners', 'risk'],
      'finance-head': ['budget'],
    },
  },
  /** A3: three heads jointly, each for the whole letter (002 §1). */
  'joint-goals': {
    positions: [['marketing-head', 'sales-head', 'product-head']],
    checks: {},
  },
  /** A1 without its review round: four departments jointly, then the manager in charge for all (000 §2). */
  generic: {
    positions: [['marketing-head', 'sales-head', 'operations-head', 'finance-head'], ['manager-in-charge']],
    checks: {
      'marketing-head': ['name', 'theme', 'audience', 'goals'],
      'sales-head': ['goals', 'rules'],
      'operations-head': ['time', 'flow', 'rules', 'owners', 'risk'],
      'finance-head': ['budget'],
    },
  },
} as const satisfies Record<PresetName, Preset>
