/** All (会签), any (或签), a quorum with a veto, one after the other: against a judge written from the rules alone. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPending, isWaiting, newSteps, type Step } from '../../../src/features/approval/approval.js'
import type { FlowStep, SignerRole } from '../../../src/features/approval/flow/flows.js'
import { progressOf, spared } from '../../../src/features/approval/progress.js'
import { signers } from '../../../src/features/people/people.js'

type Vote = 'yes' | 'no'
interface Position {
  size: number
  way: 'all' | 'any' | { quorum: number }
  /** Which of its signers has a veto. */
  veto: number | null
}

const position: fc.Arbitrary<Position> = fc
  .record({
    size: fc.integer({ min: 1, max: 5 }),
    kind: fc.nat({ max: 2 }),
    n: fc.nat(),
    veto: fc.nat({ max: 9 }),
  })
  .map(({ size, kind, n, veto }) => ({
    size,
    way: kind === 0 ? 'all' : kind === 1 ? 'any' : { quorum: 1 + (n % size) },
    veto: kind === 2 && veto < size ? veto : null,
  }))

/** What one position comes to after these votes in this order, by the words of the rules. */
const verdictOf = ({ size, way, veto }: Position, votes: readonly { by: number; vote: Vote }[]) => {
  if (way === 'any')
    return votes[0] === undefined ? 'open' : votes[0].vote === 'yes' ? 'approved' : 'rejected'
  const needed = way === 'all' ? size : way.quorum
  let [yes, no] = [0, 0]
  for (const { by, vote } of votes) {
    if (vote === 'no' && by === veto) return 'rejected'
    if (vote === 'yes') yes += 1
    else no += 1
    if (yes >= needed) return 'approved'
    if (size - no < needed) return 'rejected'
  }
  return 'open'
}

const roleAt = (i: number): SignerRole => signers[i % signers.length] as SignerRole
const flowOf = (positions: readonly Position[]): FlowStep[] =>
  positions.map(({ size, way, veto }) => ({
    roles: Array.from({ length: size }, (_, i) => roleAt(i)),
    way,
    ...(veto === null ? {} : { veto: [roleAt(veto)] }),
  }))

/** Plays votes on the steps as the feature does: whoever is pending votes, settled positions spare the rest. */
const play = (positions: readonly Position[], order: readonly { pick: number; vote: Vote }[]) => {
  const people = Object.fromEntries(signers.map((role) => [role, role]))
  const made = newSteps({ steps: flowOf(positions), signers: people, carried: [], at: new Date(0) })
  let steps: Step[] = made.map((step, i) => ({ ...step, id: i + 1 }))
  const heard: { position: number; by: number; vote: Vote }[] = []
  for (const { pick, vote } of order) {
    const pending = steps.filter(isPending)
    const chosen = pending[pick % Math.max(1, pending.length)]
    if (!chosen) break
    const at = steps.filter((step) => step.position === chosen.position)
    heard.push({ position: chosen.position, by: at.indexOf(chosen), vote })
    const status = vote === 'yes' ? 'approved' : 'rejected'
    steps = steps.map((step) => (step === chosen ? { ...step, status } : step))
    const over = new Set(spared(steps).map(({ id }) => id))
    steps = steps.map((step) => (over.has(step.id) ? { ...step, status: 'void' } : step))
    const progress = progressOf(steps)
    if (progress.is === 'rejected' || progress.is === 'complete') break
    if (progress.is === 'next')
      steps = steps.map((step) =>
        isWaiting(step) && step.position === progress.position ? { ...step, status: 'pending' } : step,
      )
  }
  return { steps, heard, progress: progressOf(steps) }
}

const votes = fc.array(
  fc.record({ pick: fc.nat(), vote: fc.constantFrom<Vote>('yes', 'yes', 'yes', 'no') }),
  { maxLength: 30 },
)
const flow = fc.array(position, { minLength: 1, maxLength: 4 })

describe('a flow', () => {
  it('comes to what its rules say, position by position', () => {
    fc.assert(
      fc.property(flow, votes, (positions, order) => {
        const { heard, progress } = play(positions, order)
        const verdicts = positions.map((one, i) =>
          verdictOf(
            one,
            heard.filter(({ position: at }) => at === i + 1),
          ),
        )
        const open = verdicts.findIndex((verdict) => verdict !== 'approved')
        const expected =
          open < 0 ? 'complete' : verdicts[open] === 'rejected' ? 'rejected' : ('open' as const)
        expect(progress.is).toBe(expected)
      }),
    )
  })

  it('asks nobody of a later position before the earlier one is settled (D1)', () => {
    fc.assert(
      fc.property(flow, votes, (positions, order) => {
        const { steps, progress } = play(positions, order)
        if (progress.is !== 'open') return
        const asked = new Set(steps.filter(isPending).map((step) => step.position))
        expect(asked.size).toBe(1)
        const [now = 0] = asked
        expect(steps.some((step) => step.position > now && !isWaiting(step))).toBe(false)
      }),
    )
  })

  it('leaves nobody asked once it is over', () => {
    fc.assert(
      fc.property(flow, votes, (positions, order) => {
        const { steps, progress } = play(positions, order)
        if (progress.is === 'complete') expect(steps.filter(isPending)).toEqual([])
      }),
    )
  })
})
