/** Typed requests: lines of a budget, phases that end later, who is asked for what. */
import { describe, expect, it } from 'vitest'
import { newSteps } from '../../../src/features/approval/approval.js'
import { holds } from '../../../src/features/approval/flow/condition.js'
import { requestFlows, requestKinds } from '../../../src/features/approval/flow/requests.js'
import { judge } from '../../../src/features/approval/judge.js'
import { budgetLines, kept, linesOf, totalOf } from '../../../src/features/approval/request/budget.js'
import { extended } from '../../../src/features/approval/request/extension.js'

const at = new Date('2024-05-14T02:00:00Z')

describe('the lines of a budget', () => {
  it('are parted by what people write between them, not within a number', () => {
    const lines = budgetLines('推广费 30万、物料费 50,000元；技术费 3万\n人力费 10万, 其他 1,000')
    expect(lines.map(({ content }) => content)).toEqual([
      '推广费 30万',
      '物料费 50,000元',
      '技术费 3万',
      '人力费 10万',
      '其他 1,000',
    ])
    expect(lines.map(({ item }) => item)).toEqual(['line-1', 'line-2', 'line-3', 'line-4', 'line-5'])
  })

  it('add up to what is approved: what finance refuses is left out (F28)', () => {
    const content = { sections: budgetLines('推广费 30万、物料费 5万、技术费 3万、人力费 10万') }
    const all = linesOf({ content, steps: [{ asks: 'lines', value: null }] })
    expect(totalOf(kept(all))).toBe('48万元')
    const some = linesOf({ content, steps: [{ asks: 'lines', value: '{"2":"超出标准"}' }] })
    expect(totalOf(kept(some))).toBe('43万元')
    expect(some[1]).toMatchObject({ number: 2, refused: '超出标准' })
  })

  it('without an amount count nothing', () => {
    const content = { sections: budgetLines('礼品、推广费 1万') }
    expect(totalOf(linesOf({ content, steps: [] }))).toBe('1万元')
  })
})

describe('a phase that ends later', () => {
  const phase = (key: string, fromOn: string, toOn: string) => ({ key, label: key, fromOn, toOn })
  const phases = [
    phase('burst', '2024-06-11', '2024-06-20'),
    phase('tail', '2024-06-21', '2024-06-25'),
    phase('retrospective', '2024-06-26', '2024-06-30'),
  ]

  it('pushes those behind it only as far as it would run into them', () => {
    expect(extended({ phases }, 'tail', '2024-06-27')).toEqual([
      phase('tail', '2024-06-21', '2024-06-27'),
      phase('retrospective', '2024-06-28', '2024-07-02'),
    ])
    const early = extended({ phases: phases.slice(0, 2) }, 'tail', '2024-06-27')
    expect(early).toEqual([phase('tail', '2024-06-21', '2024-06-27')])
  })

  it('is none when it would not end later, or is not there', () => {
    expect(extended({ phases }, 'tail', '2024-06-25')).toBeNull()
    expect(extended({ phases }, 'warmup', '2024-07-01')).toBeNull()
  })
})

describe('a change', () => {
  const asked = (...sections: string[]) =>
    requestFlows.change.steps
      .filter(({ when = {} }) => holds(when, { amount: null, type: 'mega-promotion', text: '', sections }))
      .flatMap(({ roles }) => roles)

  it('goes to finance for money and to the heads for time (F33)', () => {
    expect(asked('amount')).toEqual(['finance-head'])
    expect(asked('phase', 'until')).toEqual(['marketing-head', 'sales-head', 'operations-head'])
    expect(asked('amount', 'until')).toHaveLength(4)
  })
})

describe('who is asked', () => {
  it('has something to fill in where the flow says so, and nowhere else', () => {
    const { steps } = requestFlows.resources
    const signers = { tech: 'a', 'supply-chain': 'b', 'finance-head': 'c', logistics: 'd' }
    const made = newSteps({ steps, signers, carried: [], at })
    expect(made.map(({ asks }) => asks)).toEqual(['cycle', 'quantity', 'arrival', 'delivery'])
    expect(made.every(({ status }) => status === 'pending')).toBe(true)
  })

  it('does not confirm a value of their own request, but may agree and confirm receipt', () => {
    for (const [kind, is] of [
      ['value', 'own'],
      ['agree', 'may'],
      ['receipt', 'may'],
    ] as const) {
      const [step] = newSteps({
        ...{ steps: [{ kind, roles: ['finance-head'] }], signers: { 'finance-head': 'a' } },
        ...{ carried: [], at },
      })
      const steps = step ? [{ ...step, id: 1 }] : []
      const verdict = judge({ status: 'pending', submittedById: 'a', steps }, { actor: 'a', represents: [] })
      expect(verdict.is, kind).toBe(is)
    }
  })

  it('is somebody, for every kind', () => {
    for (const kind of requestKinds) expect(requestFlows[kind].steps.length, kind).toBeGreaterThan(0)
  })
})
