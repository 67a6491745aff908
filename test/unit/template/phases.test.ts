/** Phases stretch and shrink with the wished end. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { share } from '../../../src/features/template/dates.js'
import {
  launchFor,
  phasesFor,
  reportsFor,
  taskDates,
  templates,
} from '../../../src/features/template/index.js'
import { addDays, lengthInDays } from '../../../src/kit/time.js'

const lengths = (phases: ReturnType<typeof phasesFor>) =>
  phases?.map(({ fromOn, toOn }) => lengthInDays(fromOn, toOn))

describe('phases with an end of one’s own', () => {
  it('keep the printed proportions', () => {
    expect(lengths(phasesFor(templates['ecom-004'], '2024-06-01', '2024-06-15'))).toEqual([6, 6, 3])
  })

  it('leave preparation where it is and put the retrospective after the end', () => {
    const phases = phasesFor(templates['plan-002'], '2024-06-08', '2024-06-30')
    expect(phases?.[0]).toEqual({ key: 'prepare', fromOn: '2024-06-01', toOn: '2024-06-07' })
    expect(phases?.at(-1)).toEqual({ key: 'retrospective', fromOn: '2024-07-01', toOn: '2024-07-07' })
  })

  it('take tasks and reports with them', () => {
    const phases = phasesFor(templates['plan-002'], '2024-06-08', '2024-06-30') ?? []
    const run = { launchOn: '2024-06-08', endOn: '2024-06-30', phases }
    const last = templates['plan-002'].tasks.at(-1)
    expect(last && taskDates(last, run)).toEqual({ startOn: '2024-07-01', dueOn: '2024-07-07' })
    expect(reportsFor(templates['plan-002'], run).at(-1)?.dueOn).toBe('2024-07-07')
  })

  it('give every public phase a day as long as there are enough', () => {
    expect(lengths(phasesFor(templates['ecom-004'], '2024-06-01', '2024-06-03'))).toEqual([1, 1, 1])
    expect(phasesFor(templates['ecom-004'], '2024-06-01', '2024-06-02')).toBeNull()
    expect(phasesFor(templates['ecom-004'], '2024-06-01', '2024-05-01')).toBeNull()
  })

  it('fill launch to end without hole or overlap, whatever the length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 400 }), (days) => {
        const end = addDays('2024-06-01', days - 1)
        const phases = phasesFor(templates['ecom-004'], '2024-06-01', end) ?? []
        expect(phases.at(-1)?.toOn).toBe(end)
        for (const [i, phase] of phases.slice(1).entries()) {
          expect(phase.fromOn).toBe(addDays(phases[i]?.toOn ?? '', 1))
        }
      }),
    )
  })
})

describe('sharing days', () => {
  it('adds up and never leaves a part without a day', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 500 }), (sizes, total) => {
        const shared = share(total, sizes)
        expect(shared === null).toBe(total < sizes.length)
        expect(shared?.reduce((sum, one) => sum + one, 0) ?? total).toBe(total)
        expect(Math.min(1, ...(shared ?? []))).toBe(1)
      }),
    )
  })
})

describe('the first day of the first phase', () => {
  it('decides the launch of a template with preparation', () => {
    expect(launchFor(templates['plan-002'], '2024-06-01')).toBe('2024-06-08')
    expect(launchFor(templates['ecom-004'], '2024-06-01')).toBe('2024-06-01')
  })
})
