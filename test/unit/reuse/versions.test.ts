/** A plan that is saved and used again says the same on other days, and nothing of the team's own is overwritten. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '../../../src/features/reuse/diff.js'
import { merged, type State } from '../../../src/features/reuse/merge.js'
import { roleOf } from '../../../src/features/reuse/roles.js'
import { type Content, contentFrom, splitVersion, templates } from '../../../src/features/template/index.js'
import { addDays } from '../../../src/kit/time.js'
import { anyPlan, madeAt, saved, templateOf } from './plans.js'

const untouched: State = () => ({ is: null })
const days = ({ tasks, phases }: Content) => [
  tasks.map(({ key, from, to }) => [key, from, to]),
  phases.map(({ key, from, to }) => [key, from, to]),
]

describe('a saved plan', () => {
  it('has the same relative days at any other launch', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 2000 }), (plan, later) => {
        const made = madeAt(templateOf(plan), addDays('2024-01-01', later))
        expect(days(made)).toEqual(days(plan))
        expect(made).toEqual(plan)
      }),
      { numRuns: 60 },
    )
  })

  it('differs in nothing from itself, and changes nothing in a campaign made from it', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(differences(plan, saved(plan))).toEqual([])
        expect(merged(plan, plan, saved(plan), untouched)).toEqual({ changes: [], kept: [] })
      }),
      { numRuns: 60 },
    )
  })

  it.each(Object.values(templates))('may be the built-in $name, word for word', (template) => {
    const first = madeAt(template, '2024-06-01')
    expect(madeAt(templateOf(first), '2025-02-26')).toEqual(first)
  })

  it('is refused when it is damaged', () => {
    const plan = madeAt(templates['ecom-004'], '2024-06-01')
    const [first] = plan.tasks
    expect(contentFrom(null)).toBeNull()
    expect(contentFrom({ ...plan, base: 'ecom-005' })).toBeNull()
    expect(contentFrom({ ...plan, tasks: [...plan.tasks, first] })).toBeNull()
    expect(contentFrom({ ...plan, tasks: [{ ...first, after: ['nobody'] }] })).toBeNull()
    expect(contentFrom({ ...plan, tasks: [{ ...first, from: 3, to: 2 }] })).toBeNull()
    expect(contentFrom({ ...plan, kpis: [{ ...plan.kpis[0], numbers: { target: '1e9' } }] })).toBeNull()
  })
})

describe('a newer version', () => {
  const base = madeAt(templates['ecom-004'], '2024-06-01')
  const [first, second, third, ...rest] = base.tasks
  if (!first || !second || !third) throw new Error('004-T2 has five tasks')
  const stress = { ...first, key: 'c1-m6', name: '压力测试' }
  const theirs: Content = {
    ...base,
    tasks: [{ ...first, name: '主题' }, { ...second, remarks: '两版', to: second.to + 1 }, ...rest, stress],
    kpis: base.kpis.slice(1),
  }
  const named = (list: readonly { how: string; key: string }[]) => list.map(({ how, key }) => `${how} ${key}`)

  it('adds, changes and removes what the team has left alone', () => {
    const { changes, kept } = merged(base, base, theirs, untouched)
    expect(named(changes)).toEqual([
      ...['changed theme', 'changed prototype', 'added c1-m6', 'removed page', 'removed uv-daily'],
    ])
    expect(kept).toEqual([])
  })

  it('leaves what the team has changed, field by field, and says so', () => {
    const mine = {
      ...base,
      tasks: [first, { ...second, to: second.to + 5 }, { ...third, name: '页面' }, ...rest],
    }
    const { changes, kept } = merged(base, mine, theirs, untouched)
    const prototype = changes.find(({ key }) => key === 'prototype')
    expect(prototype?.fields.map(({ field }) => field)).toEqual(['remarks'])
    expect(kept.map(({ key, why }) => `${key} ${why}`)).toEqual(['prototype own', 'page own'])
  })

  it('leaves what is done, begun, fixed, measured or called off', () => {
    const stateOf: State = (_, key) => {
      if (key === 'theme') return { is: 'done' }
      if (key === 'prototype') return { is: null, fixed: true }
      return { is: key === 'page' ? 'begun' : key === 'uv-daily' ? 'readings' : null }
    }
    const { changes, kept } = merged(base, base, theirs, stateOf)
    expect(named(changes)).toEqual(['changed prototype', 'added c1-m6'])
    expect(kept.map(({ key, why }) => `${key} ${why}`)).toEqual([
      ...['theme done', 'prototype own', 'page begun', 'uv-daily readings'],
    ])
    const without = { ...base, tasks: base.tasks.slice(1) }
    expect(merged(base, without, theirs, untouched).kept.map(({ why }) => why)).toEqual(['gone'])
  })

  it('brings nothing twice: what the team has already is not added', () => {
    const mine = { ...base, tasks: [...base.tasks, { ...stress, key: 'c2-m6' }] }
    const { changes, kept } = merged(base, mine, theirs, untouched)
    expect(named(changes)).not.toContain('added c1-m6')
    expect(kept.map(({ why }) => why)).toEqual(['there'])
  })

  it('changes nothing any more once everything is taken over', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const { changes } = merged(before, after, after, untouched)
        expect(changes).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a version', () => {
  it.each([
    ['ecom-004', 'ecom-004', null],
    ['ecom-004 v1', 'ecom-004', 1],
    ['ecom-004/v12', 'ecom-004', 12],
    ['商场快闪　Ｖ2', '商场快闪', 2],
    ['rev2', 'rev2', null],
    ['mall v0', 'mall v0', null],
  ])('%s is read as %s and %s', (text, name, version) => {
    expect(splitVersion(text)).toEqual({ name, version })
  })
})

describe('the position of an owner', () => {
  const campaign = { ownerId: 'lead', roles: [{ campaignId: 1, role: 'designer', personId: 'd' }] }
  const person = (...roles: string[]) => ({ roles: roles.map((role) => ({ role })) }) as never

  it('is the one of the template while it is still theirs', () => {
    expect(roleOf(campaign, person(), 'd', 'designer')).toBe('designer')
    expect(roleOf(campaign, person(), 'lead', 'engineer')).toBe('engineer')
  })

  it('else is the one they fill here or hold in the company, and at last the lead', () => {
    expect(roleOf(campaign, person('engineer'), 'd', 'engineer')).toBe('designer')
    expect(roleOf(campaign, person('member', 'copywriter'), 'c')).toBe('copywriter')
    expect(roleOf(campaign, person('member'), 'x', 'designer')).toBe('project-lead')
    expect(roleOf(campaign, undefined, 'lead')).toBe('project-lead')
  })
})
