/** Approvals: a frozen document, its signatures in order, and who may decide what when. */
import { createHash } from 'node:crypto'
import { formatId } from '../../kit/ids.js'
import type { Preset, SignerRole } from './presets.js'

export interface Section {
  item: string
  content: string
}
/** What was submitted, as the signers see it. */
export interface Content {
  sections: Section[]
}

export interface Step {
  id: number
  position: number
  role: string
  signerId: string
  /** waiting, pending, approved, rejected, void */
  status: string
  decidedById: string | null
  decidedAt: Date | null
  comment: string | null
  carried: boolean
}

/** Sha-256 of the document: what a signature is bound to. */
export const contentHash = (content: Content): string =>
  createHash('sha256')
    .update(JSON.stringify(content.sections.map(({ item, content: text }) => [item, text])))
    .digest('hex')

export const emptySections = (content: Content): string[] =>
  content.sections.filter(({ content: text }) => text.trim() === '').map(({ item }) => item)

export const approvalRef = (id: number): string => formatId('A', id)

/** Signatures of a rejected revision that still hold: what their role checks has not changed (F24, O6). */
export const stillValid = (preset: Preset, before: Content, now: Content, steps: readonly Step[]): Step[] => {
  const text = (content: Content, item: string) =>
    content.sections.find((section) => section.item === item)?.content
  const everything = [...before.sections, ...now.sections].map(({ item }) => item)
  return steps.filter((step) => {
    const checked = preset.checks[step.role as SignerRole] ?? everything
    return step.status === 'approved' && checked.every((item) => text(before, item) === text(now, item))
  })
}

export type NewStep = Omit<Step, 'id'>

/** The steps of a new revision: carried signatures stand, the first open position is asked (F20, F21). */
export const newSteps = (
  preset: Preset,
  signers: Readonly<Record<string, string>>,
  carried: readonly Step[],
): NewStep[] => {
  const steps = preset.positions.flatMap((roles, at) =>
    roles.map((role): NewStep => {
      const signed = carried.find((step) => step.role === role)
      const open = {
        signerId: signers[role] ?? '',
        status: 'waiting',
        decidedById: null,
        decidedAt: null,
        comment: null,
      }
      const { signerId, status, decidedById, decidedAt, comment } = signed ?? open
      return {
        position: at + 1,
        role,
        signerId,
        status,
        decidedById,
        decidedAt,
        comment,
        carried: signed !== undefined,
      }
    }),
  )
  const first = nextPosition(steps)
  return steps.map((step) =>
    isWaiting(step) && step.position === first ? { ...step, status: 'pending' } : step,
  )
}

export const isWaiting = (step: { status: string }) => step.status === 'waiting'
export const isPending = (step: { status: string }) => step.status === 'pending'

/** The position to be asked next, or null when nobody is left to ask. */
export const nextPosition = (steps: readonly { position: number; status: string }[]): number | null => {
  const waiting = steps.filter(isWaiting).map(({ position }) => position)
  return waiting.length === 0 ? null : Math.min(...waiting)
}

/** What follows from the signatures given so far. */
export const progressOf = (
  steps: readonly Step[],
): { is: 'open' } | { is: 'next'; position: number } | { is: 'complete' } => {
  if (steps.some(isPending)) return { is: 'open' }
  const position = nextPosition(steps)
  return position === null ? { is: 'complete' } : { is: 'next', position }
}

/** Since when a step has been asked: the last signature before its position, or the submission. */
export const askedSince = (submittedAt: Date, steps: readonly Step[], step: Step): Date =>
  steps
    .filter((other) => other.position < step.position && !other.carried && other.decidedAt !== null)
    .reduce((latest, { decidedAt }) => (decidedAt && decidedAt > latest ? decidedAt : latest), submittedAt)

/** One card asks a person for all roles they hold at a position. */
export const sameAsked = (one: Step, other: Step): boolean =>
  one.position === other.position && one.signerId === other.signerId
