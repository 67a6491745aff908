/** Going live: the full-flow test before launch, seven checks in three groups (R15, R16, 004 §2.5). */

/** Function: four, data: two, stress: one. */
export const checks = ['page', 'coupon', 'flash-sale', 'order', 'data-capture', 'stock', 'load'] as const
export type CheckKey = (typeof checks)[number]

export const groups: Readonly<Record<CheckKey, 'function' | 'data' | 'stress'>> = {
  ...{ page: 'function', coupon: 'function', 'flash-sale': 'function', order: 'function' },
  ...{ 'data-capture': 'data', stock: 'data' },
  load: 'stress',
}

export const results = ['passed', 'failed', 'open'] as const
export type Result = (typeof results)[number]

export interface Check {
  number: number
  key: string
  /** Nobody yet: the general owner. */
  ownerId: string | null
  result: string
  note: string | null
  testedById: string | null
  testedAt: Date | null
}

export const notPassed = <C extends Pick<Check, 'result'>>(all: readonly C[]): C[] =>
  all.filter(({ result }) => result !== 'passed')

/** Days before launch on which the test should be finished at the latest (R15), counted from when it is warned. */
export const warnedFrom = 2
