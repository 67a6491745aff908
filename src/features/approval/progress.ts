/** What follows from the decisions taken so far: together (会签), whoever is first (或签), a quorum, one after the other. */
import { isOpenStep, isPending, type Step } from './approval.js'

type Judged = Pick<Step, 'position' | 'status' | 'needed' | 'veto'>

/** What a position has come to; `ready`: it was not asked yet. */
const stateOf = (steps: readonly Judged[]): 'ready' | 'open' | 'approved' | 'rejected' => {
  const needed = steps[0]?.needed ?? steps.length
  const approvals = steps.filter(({ status }) => status === 'approved').length
  const refused = steps.filter(({ status }) => status === 'rejected')
  if (refused.some(({ veto }) => veto) || steps.length - refused.length < needed) return 'rejected'
  if (approvals >= needed) return 'approved'
  return steps.some(isPending) ? 'open' : 'ready'
}

export type Progress =
  | { is: 'open' }
  /** This position is to be asked. */
  | { is: 'next'; position: number }
  | { is: 'complete' }
  | { is: 'rejected' }

/** What follows from the decisions taken so far. */
export const progressOf = (steps: readonly Judged[]): Progress => {
  const positions = [...new Set(steps.map(({ position }) => position))].sort((a, b) => a - b)
  for (const position of positions) {
    const state = stateOf(steps.filter((step) => step.position === position))
    if (state === 'rejected') return { is: 'rejected' }
    if (state === 'open') return { is: 'open' }
    if (state === 'ready') return { is: 'next', position }
  }
  return { is: 'complete' }
}

/** Steps of a settled position that nobody needs to decide any more (或签, a quorum that is reached). */
export const spared = <S extends Judged>(steps: readonly S[]): S[] =>
  steps.filter(
    (step) =>
      isOpenStep(step) && stateOf(steps.filter(({ position }) => position === step.position)) === 'approved',
  )
