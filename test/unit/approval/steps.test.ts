import { describe, expect, it } from 'vitest'
import { askedSince, newSteps, type Step, stillValid } from '../../../src/features/approval/approval.js'
import { contentHash, emptySections } from '../../../src/features/approval/content.js'
import { flows } from '../../../src/features/approval/flow/flows.js'
import { progressOf } from '../../../src/features/approval/progress.js'
import { planItems } from '../../../src/features/template/index.js'

type Name = keyof typeof flows
const roles = (name: Name) => flows[name].steps.flatMap((step) => step.roles)
const everybody = (name: Name) => Object.fromEntries(roles(name).map((role) => [role, `p-${role}`]))
const at = (hour: number) => new Date(Date.UTC(2024, 4, 24, hour))
const stored = (name: Name, carried: readonly Step[] = []): Step[] =>
  newSteps({ steps: flows[name].steps, signers: everybody(name), carried, at: at(0) }).map((step, i) => ({
    ...step,
    id: i + 1,
  }))
const signed = (step: Step, status = 'approved', hour = 1): Step => ({
  ...step,
  status,
  decidedById: step.signerId,
  decidedAt: at(hour),
})
const plan = (budget: string, goals = 'GMV 500万') => ({
  sections: [
    { item: 'goals', content: goals },
    { item: 'budget', content: budget },
  ],
})
const statuses = (steps: readonly { status: string }[]) => steps.map(({ status }) => status)

describe('a new approval', () => {
  it('asks the marketing manager first and lets the others wait (F19, A7)', () => {
    expect(stored('ecommerce').map(({ role, status }) => `${role} ${status}`)).toEqual([
      'marketing-manager pending',
      'operations-supervisor waiting',
      'finance-head waiting',
    ])
  })

  it('asks the three heads of the goal letter at once (F21, A3)', () => {
    expect(statuses(stored('joint-goals'))).toEqual(['pending', 'pending', 'pending'])
  })

  it('asks four departments for comments, then the author, then for duties, then the manager (A1, F22)', () => {
    const asked = stored('generic').map(({ kind, position, status }) => `${position} ${kind} ${status}`)
    expect(asked).toEqual([
      ...Array.from({ length: 4 }, () => '1 comment pending'),
      '2 revise waiting',
      ...Array.from({ length: 4 }, () => '3 confirm waiting'),
      '4 sign waiting',
    ])
  })
})

describe('after a signature', () => {
  it('the next position is opened, and the last one completes', () => {
    const [first, second, third] = stored('ecommerce') as [Step, Step, Step]
    expect(progressOf([signed(first), second, third])).toEqual({ is: 'next', position: 2 })
    expect(progressOf([first, second, third].map((step) => signed(step)))).toEqual({ is: 'complete' })
  })

  it('a joint position stays open until everybody has signed', () => {
    const [first, second, third] = stored('joint-goals') as [Step, Step, Step]
    expect(progressOf([signed(first), second, signed(third)])).toEqual({ is: 'open' })
  })
})

describe('a refused plan that is submitted again', () => {
  const [marketing, operations, finance] = stored('ecommerce') as [Step, Step, Step]
  const refused = [signed(marketing), signed(operations, 'rejected', 3), { ...finance, status: 'void' }]

  it('starts at the rejecting step and keeps the signature on unchanged parts (F24)', () => {
    const carried = stillValid(flows.ecommerce, plan('30万'), plan('30万 + 返场 5万'), refused)
    const again = stored('ecommerce', carried)
    expect(statuses(again)).toEqual(['approved', 'pending', 'waiting'])
    expect(again.map((step) => step.carried)).toEqual([true, false, false])
    expect(again[0]?.decidedAt).toEqual(at(1))
  })

  it('asks again whoever answers for a section that has changed', () => {
    const carried = stillValid(flows.ecommerce, plan('30万'), plan('30万', 'GMV 400万'), refused)
    expect(statuses(stored('ecommerce', carried))).toEqual(['pending', 'waiting', 'waiting'])
  })

  it('never carries a refusal', () => {
    const carried = stillValid(flows.ecommerce, plan('30万'), plan('30万'), refused)
    expect(carried.map(({ role }) => role)).toEqual(['marketing-manager'])
  })

  it('keeps no signature of a goal letter in which anything has changed', () => {
    const letter = stored('joint-goals').map((step) => signed(step))
    expect(stillValid(flows['joint-goals'], plan('30万'), plan('31万'), letter)).toEqual([])
    expect(stillValid(flows['joint-goals'], plan('30万'), plan('30万'), letter)).toHaveLength(3)
  })
})

describe('the presets', () => {
  it.each(['ecommerce', 'generic'] as const)(
    '%s: every section of the plan has somebody who answers for it',
    (name) => {
      const checks: Partial<Record<string, readonly string[]>> = flows[name].checks
      const all = roles(name).some((role) => checks[role] === undefined)
      const covered = new Set(roles(name).flatMap((role) => checks[role] ?? []))
      expect(all || planItems.every((item) => covered.has(item))).toBe(true)
    },
  )

  it('asks nobody for the same thing twice', () => {
    for (const name of Object.keys(flows) as Name[]) {
      const asked = flows[name].steps.flatMap(({ kind, roles: all }) => all.map((role) => `${kind} ${role}`))
      expect(new Set(asked).size).toBe(asked.length)
    }
  })
})

describe('the document', () => {
  it('has one hash per content, whatever stands beside it', () => {
    expect(contentHash(plan('30万'))).toBe(contentHash({ ...plan('30万') }))
    expect(contentHash(plan('30万'))).not.toBe(contentHash(plan('31万')))
    expect(contentHash({ sections: [{ item: 'a', content: 'b' }] })).not.toBe(
      contentHash({ sections: [{ item: 'ab', content: '' }] }),
    )
  })

  it('names the sections that are empty or blank', () => {
    expect(
      emptySections({
        sections: [
          { item: 'goals', content: ' ' },
          { item: 'budget', content: '1' },
        ],
      }),
    ).toEqual(['goals'])
  })
})

describe('the age of a decision', () => {
  it('counts from when it was asked for, not from the submission', () => {
    const [first] = stored('ecommerce') as [Step]
    expect(askedSince({ submittedAt: at(0) }, { ...first, askedAt: at(4) })).toEqual(at(4))
    expect(askedSince({ submittedAt: at(0) }, { ...first, askedAt: null })).toEqual(at(0))
  })
})
