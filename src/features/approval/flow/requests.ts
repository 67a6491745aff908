/** Who signs what else than plan and goals: the typed requests of the handbook as data (5.3). */
import type { Flow } from './flows.js'

/** What somebody can ask for; several of one kind are told apart by their topic. */
export const requestKinds = [
  'budget',
  'goal-budget',
  'prototype',
  'print',
  'resources',
  'change',
  'replacement',
  'report',
] as const
export type RequestKind = (typeof requestKinds)[number]

/** What Drumbeat asks for by itself or row by row: agreement with a goal (A5), receipt of a signed plan (R78). */
export const askedKinds = ['consensus', 'notice'] as const
export type OtherSubject = RequestKind | (typeof askedKinds)[number]

export const isRequest = (subject: string): subject is RequestKind =>
  (requestKinds as readonly string[]).includes(subject)

const heads = ['marketing-head', 'sales-head', 'product-head', 'finance-head'] as const

export const requestFlows: Readonly<Record<OtherSubject, Flow>> = {
  /** A4: finance, as a whole or line by line (F28). */
  budget: { steps: [{ roles: ['finance-head'], asks: { 'finance-head': 'lines' } }], checks: {} },
  /** A2 */
  'goal-budget': { steps: [{ roles: ['finance-head'] }], checks: {} },
  /** A8: the operations group (F30). */
  prototype: { steps: [{ roles: ['operations-supervisor'] }], checks: {} },
  /** A9: who answers for the material. */
  print: { steps: [{ roles: ['material-owner'] }], checks: {} },
  /** A10: four at once, each with a value (F31). */
  resources: {
    steps: [
      {
        kind: 'value',
        roles: ['tech', 'supply-chain', 'finance-head', 'logistics'],
        asks: {
          ...{ tech: 'cycle', 'supply-chain': 'quantity' },
          ...{ 'finance-head': 'arrival', logistics: 'delivery' },
        },
      },
    ],
    checks: {},
  },
  /** A14: finance for money, the heads of departments for time, both for both (F33). */
  change: {
    steps: [
      { roles: ['finance-head'], when: { section: 'amount' } },
      { roles: ['marketing-head', 'sales-head', 'operations-head'], when: { section: 'until' } },
    ],
    checks: {},
  },
  /** A15: the general owner. */
  replacement: { steps: [{ roles: ['owner'] }], checks: {} },
  /** A16: management and departments have received it. */
  report: {
    steps: [
      {
        kind: 'receipt',
        roles: ['manager-in-charge', 'marketing-head', 'sales-head', 'operations-head', 'finance-head'],
      },
    ],
    checks: {},
  },
  /** A5: the departments and whoever owns the row (F23). */
  consensus: { steps: [{ kind: 'agree', roles: [...heads, 'row-owner'] }], checks: {} },
  /** R78: its departments follow from the tasks (F34). */
  notice: { steps: [], checks: {} },
}
