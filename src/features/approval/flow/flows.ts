/** Who signs what in which order: the approval flows of the handbook as data (5.3, O5, O7). */
import { signers } from '../../people/index.js'
import type { Preset as FlowName, PlanItemKey } from '../../template/index.js'
import type { Condition } from './condition.js'

/** Positions that sign; each campaign or company names a person for them. */
export type SignerRole = (typeof signers)[number]
export const isSignerRole = (role: string): role is SignerRole =>
  (signers as readonly string[]).includes(role)

/** Signers whom a request names, or who follow from what it is about: the general owner, who owns a goal. */
export const namedRoles = [
  'owner',
  'row-owner',
  'tech',
  'supply-chain',
  'logistics',
  'material-owner',
] as const
/** Signers that are no positions of the company. */
export const ownRoles = ['author', 'added', ...namedRoles] as const
export type FlowRole = SignerRole | 'author' | (typeof namedRoles)[number] | `dept:${string}`
/** A department of the company, as one of its people answers for it: `dept:技术部`. */
export const departmentRole = (name: string): FlowRole => `dept:${name}`

/** What can be submitted: the campaign plan (D1) and the goal confirmation letter (D2). */
export const subjects = ['plan', 'goals'] as const
export type Subject = (typeof subjects)[number]

/**
 * What a step asks for: a signature; a comment on the document, without a decision; the author's revision after the
 * comments; a department's word that it does its duty; agreement with a goal; that something was received; a value.
 */
export const kinds = ['sign', 'comment', 'revise', 'confirm', 'agree', 'receipt', 'value'] as const
export type Kind = (typeof kinds)[number]

/**
 * How the signers of one step decide together: all of them (会签); whoever is first, for or against (或签); at least
 * so many of them.
 */
export type Way = 'all' | 'any' | { quorum: number }

/** What a signer fills in: a development cycle, a quantity, a date, a delivery time; which lines are refused. */
export const asking = ['cycle', 'quantity', 'arrival', 'delivery', 'lines'] as const
export type Asks = (typeof asking)[number]

export interface FlowStep {
  kind?: Kind
  /** Asked at once. */
  roles: readonly FlowRole[]
  way?: Way
  /** Whose refusal ends it, however many others agree. */
  veto?: readonly FlowRole[]
  asks?: Partial<Record<FlowRole, Asks>>
  /** The step is left out where this does not hold. */
  when?: Condition
}

export interface Flow {
  /** One after the other. */
  steps: readonly FlowStep[]
  /** Sections a role answers for: its signature holds while they are unchanged; a role not named: all. */
  checks: Partial<Record<FlowRole, readonly PlanItemKey[]>>
}

const departments = ['marketing-head', 'sales-head', 'operations-head', 'finance-head'] as const

export const flows: Readonly<Record<FlowName, Flow>> = {
  /** A7: in the printed order; who answers for goal, risk and budget (004 §2.3) is our division. */
  ecommerce: {
    steps: [
      { roles: ['marketing-manager'] },
      { roles: ['operations-supervisor'] },
      { roles: ['finance-head'] },
    ],
    checks: {
      'marketing-manager': ['name', 'theme', 'audience', 'goals'],
      'operations-supervisor': ['time', 'flow', 'rules', 'owners', 'risk'],
      'finance-head': ['budget'],
    },
  },
  /** A3: three heads jointly, each for the whole letter (002 §1). */
  'joint-goals': {
    steps: [{ roles: ['marketing-head', 'sales-head', 'product-head'] }],
    checks: {},
  },
  /** A1: four departments comment, the author revises, each confirms its duty, the manager in charge signs (000 §2, F22). */
  generic: {
    steps: [
      { kind: 'comment', roles: departments },
      { kind: 'revise', roles: ['author'] },
      { kind: 'confirm', roles: departments },
      { roles: ['manager-in-charge'] },
    ],
    checks: {
      'marketing-head': ['name', 'theme', 'audience', 'goals'],
      'sales-head': ['goals', 'rules'],
      'operations-head': ['time', 'flow', 'rules', 'owners', 'risk'],
      'finance-head': ['budget'],
    },
  },
}
