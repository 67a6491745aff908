import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSteps, type Step } from '../../../src/features/approval/approval.js'
import { flows } from '../../../src/features/approval/flow/flows.js'
import { judge } from '../../../src/features/approval/judge.js'
import { progressOf } from '../../../src/features/approval/progress.js'

const at = new Date(0)
const flow = (name: keyof typeof flows, signers: Record<string, string>) => ({
  status: 'pending',
  submittedById: 'ann',
  steps: newSteps({ steps: flows[name].steps, signers, carried: [], at }).map(
    (step, i): Step => ({ ...step, id: i + 1 }),
  ),
})
const a7 = () =>
  flow('ecommerce', { 'marketing-manager': 'mia', 'operations-supervisor': 'olaf', 'finance-head': 'fin' })
const a3 = () => flow('joint-goals', { 'marketing-head': 'mia', 'sales-head': 'sam', 'product-head': 'pia' })
const nobody = { represents: [] }

type Flow = ReturnType<typeof a7>
const sign = (approval: Flow, ids: number[], status: string, by: string): Flow => {
  const steps = approval.steps.map((step) =>
    ids.includes(step.id) ? { ...step, status, decidedById: by, decidedAt: new Date(0) } : step,
  )
  if (status === 'rejected') {
    const ended = steps.map((step) =>
      ['pending', 'waiting'].includes(step.status) ? { ...step, status: 'void' } : step,
    )
    return { ...approval, status: 'rejected', steps: ended }
  }
  const progress = progressOf(steps)
  if (progress.is === 'complete') return { ...approval, status: 'approved', steps }
  if (progress.is !== 'next') return { ...approval, steps }
  const opened = steps.map((step) =>
    step.position === progress.position ? { ...step, status: 'pending' } : step,
  )
  return { ...approval, steps: opened }
}

describe('who may decide', () => {
  it('is the named signer whose step is pending', () => {
    expect(judge(a7(), { actor: 'mia', ...nobody })).toMatchObject({
      is: 'may',
      steps: [{ role: 'marketing-manager' }],
    })
  })

  it('is not a signer whose turn has not come', () => {
    expect(judge(a7(), { actor: 'fin', ...nobody }).is).toBe('early')
  })

  it('is never whoever has submitted it, be it as signer or as deputy (D11)', () => {
    const own = { ...a7(), submittedById: 'mia' }
    expect(judge(own, { actor: 'mia', ...nobody }).is).toBe('own')
    expect(judge({ ...a7(), submittedById: 'zoe' }, { actor: 'zoe', represents: ['mia'] }).is).toBe('own')
    expect(judge(own, { actor: 'zoe', represents: ['mia'] }).is).toBe('may')
  })

  it('is nobody else', () => {
    expect(judge(a7(), { actor: 'zoe', ...nobody }).is).toBe('stranger')
    expect(judge(a7(), { actor: 'zoe', represents: ['ann'] }).is).toBe('stranger')
  })

  it('is a registered deputy of the signer who is asked', () => {
    expect(judge(a7(), { actor: 'zoe', represents: ['mia'] })).toMatchObject({
      is: 'may',
      steps: [{ signerId: 'mia' }],
    })
    expect(judge(a7(), { actor: 'zoe', represents: ['fin'] }).is).toBe('early')
  })

  it('is asked for whom, when a deputy stands in for several', () => {
    expect(judge(a3(), { actor: 'zoe', represents: ['mia', 'sam'] }).is).toBe('several')
    expect(judge(a3(), { actor: 'zoe', represents: ['mia', 'sam'], step: 2 })).toMatchObject({
      is: 'may',
      steps: [{ signerId: 'sam' }],
    })
  })

  it('signs for oneself before standing in for somebody else', () => {
    expect(judge(a3(), { actor: 'mia', represents: ['sam'] })).toMatchObject({
      is: 'may',
      steps: [{ signerId: 'mia' }],
    })
  })
})

describe('a second click', () => {
  it('finds the decision that was taken', () => {
    const approval = sign(a7(), [1], 'approved', 'mia')
    expect(judge(approval, { actor: 'mia', ...nobody, step: 1 })).toMatchObject({
      is: 'over',
      step: { id: 1 },
    })
  })

  it('does not sign the next step of the same person', () => {
    const signers = { 'marketing-manager': 'mia', 'operations-supervisor': 'mia', 'finance-head': 'fin' }
    const approval = sign(flow('ecommerce', signers), [1], 'approved', 'mia')
    expect(judge(approval, { actor: 'mia', ...nobody, step: 1 }).is).toBe('over')
    expect(judge(approval, { actor: 'mia', ...nobody, step: 2 }).is).toBe('may')
  })

  it('finds the end when somebody else has rejected meanwhile', () => {
    const approval = sign(a3(), [1], 'rejected', 'mia')
    expect(judge(approval, { actor: 'sam', ...nobody })).toEqual({ is: 'over', step: null })
  })

  it('signs for all roles a person holds at one position', () => {
    const approval = flow('joint-goals', {
      'marketing-head': 'mia',
      'sales-head': 'mia',
      'product-head': 'pia',
    })
    expect(judge(approval, { actor: 'mia', ...nobody, step: 1 })).toMatchObject({
      steps: [{ id: 1 }, { id: 2 }],
    })
  })
})

it('whatever anybody clicks in any order, each step is decided at most once and the end comes exactly once (D12)', () => {
  const click = fc.record({
    actor: fc.constantFrom('mia', 'olaf', 'fin', 'sam', 'pia', 'ops', 'boss', 'zoe'),
    step: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    decision: fc.constantFrom('approved', 'approved', 'approved', 'rejected'),
  })
  const start = fc.constantFrom(
    a7(),
    a3(),
    flow('generic', {
      'marketing-head': 'mia',
      'sales-head': 'sam',
      'operations-head': 'ops',
      'finance-head': 'fin',
      'manager-in-charge': 'boss',
    }),
  )
  fc.assert(
    fc.property(start, fc.array(click, { maxLength: 60 }), (begun, clicks) => {
      let approval = begun
      let ends = 0
      const decided = new Set<number>()
      for (const { actor, step, decision } of clicks) {
        const verdict = judge(approval, { actor, represents: actor === 'zoe' ? ['fin'] : [], step })
        if (verdict.is !== 'may') continue
        for (const { id, status } of verdict.steps) {
          expect(status).toBe('pending')
          expect(decided.has(id)).toBe(false)
          decided.add(id)
        }
        approval = sign(
          approval,
          verdict.steps.map(({ id }) => id),
          decision,
          actor,
        )
        if (approval.status !== 'pending') ends++
      }
      expect(ends).toBeLessThanOrEqual(1)
      const open = approval.steps.some(({ status }) => status === 'pending')
      expect(open).toBe(approval.status === 'pending')
    }),
  )
})
