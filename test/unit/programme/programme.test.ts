/** The period that the name of a programme speaks of. */
import { describe, expect, it } from 'vitest'
import { isOutside, keyOf, periodOf } from '../../../src/features/programme/programme.js'

describe('a programme', () => {
  it.each([
    ['2026年度', '2026-01-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026 Q3', '2026-07-01', '2026-09-30'],
    ['2024年第一季度', '2024-01-01', '2024-03-31'],
    ['2026年4季度', '2026-10-01', '2026-12-31'],
  ])('called %s lasts from %s to %s', (name, fromOn, toOn) => {
    expect(periodOf(name)).toEqual({ fromOn, toOn })
  })

  it('may be called anything', () => {
    expect(periodOf('新品线 <!channel>')).toBeNull()
    expect(keyOf('2026 年度')).toBe(keyOf('２０２６年度'))
  })

  it('notices campaigns of another period', () => {
    const period = periodOf('2026')
    expect(isOutside({ launchOn: '2025-12-20', endOn: '2026-01-02' }, period)).toBe(false)
    expect(isOutside({ launchOn: '2027-01-05', endOn: '2027-01-20' }, period)).toBe(true)
    expect(isOutside({ launchOn: '2027-01-05', endOn: '2027-01-20' }, null)).toBe(false)
  })
})
