import { describe, expect, it } from 'vitest'
import { axisOf } from '../../../src/features/gantt/axis.js'
import { right } from '../../../src/features/gantt/look.js'
import { monthsOf, ticksOf } from '../../../src/features/gantt/ticks.js'
import { barNamed, planWith } from './some-plan.js'

const over = (fromOn: string, toOn: string, more: Parameters<typeof planWith>[1] = {}) =>
  axisOf(planWith([barNamed('', { fromOn, toOn })], more), 600)

describe('the calendar of a Gantt chart', () => {
  it('tells every day of a month, and the Mondays of two', () => {
    const month = ticksOf(over('2024-06-01', '2024-06-30'), 'zh-CN')
    expect(month.map(({ words }) => words)).toEqual(Array.from({ length: 30 }, (_, i) => String(i + 1)))
    const two = ticksOf(over('2024-05-01', '2024-06-30'), 'zh-CN').map(({ words }) => words)
    expect(two.slice(0, 3)).toEqual(['05-06', '05-13', '05-20'])
  })

  it('tells the year once, and years alone where months have no room', () => {
    const months = monthsOf(over('2023-11-01', '2024-03-31'), 'en', 14).map(({ words }) => words)
    expect(months).toEqual(['Nov 2023', 'Dec', 'Jan 2024', 'Feb', 'Mar'])
    const years = monthsOf(over('2020-03-01', '2028-03-31'), 'en', 14).map(({ words }) => words)
    expect(years).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026', '2027', ''])
    const two = ticksOf(over('2023-01-01', '2024-12-31'), 'en').map(({ words }) => words)
    expect(two.slice(0, 3)).toEqual(['1', '2', '3'])
  })

  it('joins days off that follow one another; a make-up day is none', () => {
    const free = over('2024-06-01', '2024-06-16').free
    expect(free).toEqual([
      { fromOn: '2024-06-01', toOn: '2024-06-02', holiday: false },
      { fromOn: '2024-06-08', toOn: '2024-06-10', holiday: true },
      { fromOn: '2024-06-15', toOn: '2024-06-16', holiday: false },
    ])
    const made = over('2024-05-06', '2024-05-12').free
    expect(made).toEqual([{ fromOn: '2024-05-12', toOn: '2024-05-12', holiday: false }])
  })

  it('is not stretched by a task that is late for years', () => {
    const late = barNamed('', { toOn: '2024-06-07', lateOn: '2026-06-07' })
    const axis = axisOf(planWith([late]), 600)
    expect(axis.toOn).toBe('2024-08-06')
    expect(axis.end('2026-06-07')).toBeCloseTo(right)
  })
})
