/** Regions and the launch of a copy, as they are typed. */
import { describe, expect, it } from 'vitest'
import { copyFor, launchOf } from '../../../src/features/reuse/region.js'

describe('the launch of a copy', () => {
  it.each([
    [undefined, '2024-06-08'],
    ['+7', '2024-06-15'],
    ['+7天', '2024-06-15'],
    ['＋7 天', '2024-06-15'],
    ['-3 days', '2024-06-05'],
    ['6.20', '2024-06-20'],
    ['2025-01-02', '2025-01-02'],
  ])('%s is %s', (typed, launchOn) => {
    expect(launchOf(typed, '2024-06-08', '2024-04-20')).toBe(launchOn)
  })

  it.each(['改天', '2024-02-30', '+9999'])('%s is none', (typed) => {
    expect(() => launchOf(typed, '2024-06-08', '2024-04-20')).toThrow('reuse.error.launch')
  })
})

describe('the copy for a region', () => {
  const copies = [
    { region: '上海', status: 'cancelled' },
    { region: 'Hong Kong', status: 'active' },
  ]
  it('is found whatever its case, blanks and width', () => {
    expect(copyFor(copies, 'ＨＯＮＧkong')).toBe(copies[1])
  })
  it('is free again when the copy was called off', () => {
    expect(copyFor(copies, '上海')).toBeUndefined()
  })
})
