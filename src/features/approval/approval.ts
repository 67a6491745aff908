/** Approvals: the steps of a frozen document, in order, and what of them holds for its next revision. */
import { formatId } from '../../kit/ids.js'
import { type Content, differences } from './content.js'
import type { Flow, FlowRole, FlowStep } from './flow/flows.js'
import { progressOf } from './progress.js'

export interface Step {
  id: number
  /** Steps of one position are asked at once, positions one after the other. */
  position: number
  /** sign, comment, revise, confirm */
  kind: string
  role: string
  signerId: string
  /** waiting, pending, approved, rejected, void */
  status: string
  /** How many of its position have to agree; null: all. */
  needed: number | null
  /** Whether its refusal ends the position, however many others agree. */
  veto: boolean
  askedAt: Date | null
  decidedById: string | null
  decidedAt: Date | null
  comment: string | null
  carried: boolean
  /** Whose it was before it was passed on. */
  givenById: string | null
  /** What the signer is asked to fill in. */
  asks: string | null
  value: string | null
}

export const approvalRef = (id: number): string => formatId('A', id)

/**
 * What was decided on an earlier revision and still holds: comments were heard, and a signature stands while what its
 * role answers for is unchanged (F24, O6, D10).
 */
export const stillValid = (flow: Flow, before: Content, now: Content, steps: readonly Step[]): Step[] => {
  const changed = differences(before, now).map(({ item }) => item)
  return steps.filter((step) => {
    if (step.status !== 'approved') return false
    if (step.kind === 'comment') return true
    const checked: readonly string[] | undefined = flow.checks[step.role as FlowRole]
    return checked ? !changed.some((item) => checked.includes(item)) : changed.length === 0
  })
}

export type NewStep = Omit<Step, 'id'>

export interface Asked {
  steps: readonly FlowStep[]
  /** Who stands for each role. */
  signers: Readonly<Record<string, string>>
  carried: readonly Step[]
  at: Date
}

const neededOf = ({ way = 'all', roles }: FlowStep): number | null =>
  way === 'all' ? null : way === 'any' ? 1 : Math.min(way.quorum, roles.length)

/** The steps of a new revision: what is carried stands, the first open position is asked (F20, F21). */
export const newSteps = ({ steps: asked, signers, carried, at }: Asked): NewStep[] => {
  const steps = asked.flatMap((step, i) =>
    step.roles.map((role): NewStep => {
      const { kind = 'sign', way, veto = [] } = step
      const before = carried.find((one) => one.role === role && one.kind === kind)
      // Submitting again after the comments is the revision.
      const revised = kind === 'revise' && carried.some((one) => one.kind === 'comment')
      const decided = before
        ? { ...pick(before), status: 'approved', carried: true }
        : revised && byAuthor(signers.author ?? '', at)
      const open = { signerId: signers[role] ?? '', decidedById: null, decidedAt: null, comment: null }
      return {
        ...{ position: i + 1, kind, role, status: 'waiting', askedAt: null, carried: false, givenById: null },
        ...{ needed: neededOf(step), veto: way === 'any' || veto.includes(role) },
        ...{ asks: step.asks?.[role] ?? null, value: null },
        ...(decided || open),
      }
    }),
  )
  return opened(steps, at)
}

const byAuthor = (author: string, at: Date) => ({
  ...{ signerId: author, decidedById: author, decidedAt: at, comment: null, status: 'approved' },
})

const pick = ({ signerId, decidedById, decidedAt, comment, givenById, value }: Step) => ({
  ...{ signerId, decidedById, decidedAt, comment, givenById, value },
})

/** The first position that is not settled is asked. */
const opened = (steps: readonly NewStep[], at: Date): NewStep[] => {
  const next = progressOf(steps)
  return steps.map((step) =>
    next.is === 'next' && isWaiting(step) && step.position === next.position
      ? { ...step, status: 'pending', askedAt: at }
      : step,
  )
}

export const isWaiting = (step: { status: string }) => step.status === 'waiting'
export const isPending = (step: { status: string }) => step.status === 'pending'
export const isOpenStep = (step: { status: string }) => isWaiting(step) || isPending(step)

/** One card asks a person for all roles they hold at a position. */
export const sameAsked = (one: Step, other: Step): boolean =>
  one.position === other.position && one.signerId === other.signerId

/** Since when a step has been asked. */
export const askedSince = (
  { submittedAt }: { submittedAt: Date },
  { askedAt }: Pick<Step, 'askedAt'>,
): Date => askedAt ?? submittedAt
