/** Who may decide on an approval now, and why somebody may not; pure. */
import { isPending, isWaiting, type Step, sameAsked } from './approval.js'

/** Who acts, for whom they stand in, and which step they mean. */
export interface Claim {
  actor: string
  /** Those whose registered deputy the actor is. */
  represents: readonly string[]
  /** The step a button was drawn for. */
  step?: number | undefined
}

/** The parts of an approval by which claims are judged. */
export interface Judged {
  status: string
  submittedById: string
  steps: readonly Step[]
}

export type Verdict =
  | { is: 'may'; steps: Step[] }
  /** Own step decided before, or the approval ended without it. */
  | { is: 'over'; step: Step | null }
  | { is: 'early' }
  | { is: 'stranger' }
  /** They submitted it themselves: somebody else decides (D11). */
  | { is: 'own' }
  /** A deputy stands in for several who are asked. */
  | { is: 'several'; steps: Step[] }

/** Whether this person may decide now: only signer or deputy, only a pending step, only once (F25, F26). */
export const judge = (approval: Judged, claim: Claim): Verdict => {
  const named = approval.steps.find((step) => step.id === claim.step)
  const meant = approval.steps
    .filter((step) => step.signerId === claim.actor || claim.represents.includes(step.signerId))
    .filter((step) => claim.step === undefined || (named !== undefined && sameAsked(step, named)))
  if (meant.length === 0) return { is: 'stranger' }
  const pending = approval.status === 'pending' ? meant.filter(isPending) : []
  const theirs = pending.filter((step) => isFree(step) || claim.actor !== approval.submittedById)
  if (pending.length > theirs.length && theirs.length === 0) return { is: 'own' }
  if (theirs.length > 0) return choose(theirs, claim.actor)
  const decided = meant.filter((step) => step.decidedAt !== null)
  const last = decided.toSorted((a, b) => Number(a.decidedAt) - Number(b.decidedAt)).at(-1) ?? null
  if (approval.status === 'pending' && last === null && meant.some(isWaiting)) return { is: 'early' }
  return { is: 'over', step: last }
}

/** What a submitter may do about their own document: revise it, comment on it, and confirm a duty of theirs. */
const isFree = ({ kind }: Step): boolean => kind !== 'sign' && kind !== 'value'

// One's own signature goes first; standing in for several people at once would sign more than was meant.
const choose = (pending: Step[], actor: string): Verdict => {
  const own = pending.filter((step) => step.signerId === actor)
  const steps = own.length > 0 ? own : pending
  return new Set(steps.map((step) => step.signerId)).size === 1
    ? { is: 'may', steps }
    : { is: 'several', steps }
}
