import { describe, expect, it } from 'vitest'
import { chart } from '../../../src/kit/card.js'
import { percentOf, present, ticksFor, writer } from '../../../src/platforms/playground/page/chart-scale.js'

describe('the scale of a chart in the page', () => {
  it.each([
    [
      [80, 150],
      [0, 50, 100, 150],
    ],
    [
      [-20, 33],
      [-20, 0, 20, 40],
    ],
    [
      [1.12, 1.74],
      [0, 0.5, 1, 1.5, 2],
    ],
    [[-5], [-6, -4, -2, 0]],
    [[0], [0, 0.25]],
  ])('has round ticks that take in zero and all values: %j', (values, ticks) => {
    const found = ticksFor(values)
    expect(found.map((tick) => Math.round(tick * 1e9) / 1e9)).toEqual(ticks)
  })

  it('stays useful for sizes from a thousandth to a billion', () => {
    for (const most of [0.001, 0.7, 3, 99, 12_345, 1e9]) {
      const ticks = ticksFor([most])
      expect(ticks.length).toBeGreaterThan(2)
      expect(ticks.length).toBeLessThan(8)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
    }
  })

  it('goes from one end to the other', () => {
    expect(percentOf(0, -50, 150)).toBe(25)
    expect(percentOf(0, 0, 0)).toBe(0)
  })
})

describe('a value of a chart in the page', () => {
  it('is short for the eye and whole for the ear', () => {
    expect(writer('zh-CN', '元', true)(624_000)).toBe('62.4万元')
    expect(writer('zh-CN', '元', false)(624_000)).toBe('624,000元')
    expect(writer('en', '%', true)(-21.4)).toBe('−21.4%')
  })

  it('is a dash when it is missing, and counts for nothing', () => {
    const values = [3, undefined, Number.NaN] as number[]
    const labels = ['a', 'b', 'c', 'd']
    const gaps = chart('gaps', { shape: 'line', labels, series: [{ name: 's', values }], unit: '' })
    expect(writer('en', '%', true)(null)).toBe('–')
    expect(present(gaps)).toEqual([3])
  })
})
