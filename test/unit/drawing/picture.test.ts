import { describe, expect, it } from 'vitest'
import { drawable, type Ruler, shorten, writer } from '../../../src/engine/drawing/figures.js'
import { pictureOf } from '../../../src/engine/drawing/picture.js'
import { type Chart, chart } from '../../../src/kit/card.js'

/** Every letter is as wide as it is high. */
const ruler: Ruler = (text, size) => [...text].length * size
const draw = (more: Partial<Chart>, nothing = 'nothing') => {
  const of = { shape: 'bar' as const, labels: ['a', 'b'], series: [{ name: 's', values: [1, 2] }], unit: '%' }
  return pictureOf(chart('title', { ...of, ...more }), 'en', ruler, () => nothing)
}
const series = (...values: number[][]) => values.map((one, i) => ({ name: `series ${i}`, values: one }))
/** What the option says, without what is a function. */
const said = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('a number in a picture', () => {
  it('is short from 10 000 on, in the way of the language', () => {
    expect(writer('元', 'zh-CN')(624_000)).toBe('62.4万元')
    expect(writer('元', 'zh-TW')(624_000)).toBe('62.4萬元')
    expect(writer('', 'en')(1_250_000)).toBe('1.25M')
  })

  it('has its unit and two decimals at most below', () => {
    expect(writer('%', 'en')(83.333)).toBe('83.33%')
    expect(writer(' h', 'en')(-1234.5)).toBe('−1,234.5 h')
  })
})

describe('a word in a picture', () => {
  it('is cut to its room between what people see as letters', () => {
    expect(shorten('short', 100, ruler, 10)).toBe('short')
    expect(shorten('转化率很高', 40, ruler, 10)).toBe('转化率…')
    expect(shorten('e\u0301e\u0301e\u0301', 30, ruler, 10)).toBe('e\u0301…')
  })

  it('loses emoji, shows a box for letters of other scripts and never breaks a line', () => {
    const letters = new Set('1 大促<!channel>')
    expect(drawable('🎉 大促\n1️⃣', letters)).toBe(' 大促 1')
    expect(drawable('한국 <!channel>', letters)).toBe('□□ <!channel>')
  })
})

describe('a bar chart', () => {
  it('gets higher with labels and series, never wider', () => {
    const six = draw({ series: series([1], [2], [3], [4], [5], [6]) })
    expect(six.height).toBeGreaterThan(draw({}).height)
    expect(draw({ labels: Array(20).fill('label') }).height).toBeGreaterThan(700)
  })

  it('starts from zero, and reaches to the largest value though it is beyond 100 %', () => {
    expect(said(draw({ series: series([80, 150]) }).option.xAxis)).toMatchObject({ min: 0, max: 150 })
    expect(said(draw({ series: series([-3, -5]) }).option.xAxis)).toMatchObject({ min: -5, max: 0 })
    expect(said(draw({ series: series([0, 0]) }).option.xAxis)).toMatchObject({ min: 0, max: 1 })
  })

  it('says a dash for a value that is missing, and puts negative ones on the other side', () => {
    const values = [-5, undefined, Number.NaN] as number[]
    const [bars] = said(draw({ labels: ['a', 'b', 'c', 'd'], series: series(values) }).option.series)
    expect(bars.data.map((bar: { label: object }) => bar.label)).toMatchObject([
      { position: 'left' },
      { formatter: '–' },
      { formatter: '–' },
      { formatter: '–' },
    ])
  })

  it('names its series only when there are several', () => {
    expect(draw({}).option.legend).toBeUndefined()
    expect(draw({ series: series([1], [2]) }).option.legend).toBeDefined()
  })
})

describe('a line chart', () => {
  it('starts from zero unless its values are far from it and near to one another', () => {
    const scale = (values: number[]) =>
      said(draw({ shape: 'line', series: series(values) }).option.yAxis).scale
    expect(scale([10, 100])).toBe(false)
    expect(scale([1.62, 1.12])).toBe(true)
    expect(scale([-5, 5])).toBe(false)
    expect(scale([7, 7])).toBe(false)
  })

  it('leaves a gap where a value is missing', () => {
    const values = [1, undefined, 3] as number[]
    const [line] = said(
      draw({ shape: 'line', labels: ['a', 'b', 'c'], series: series(values) }).option.series,
    )
    expect(line.data.map((point: { value: unknown }) => point.value)).toEqual([1, null, 3])
  })
})

describe('a chart without any value', () => {
  it.each(['bar', 'line'] as const)('says so: %s', (shape) => {
    for (const one of [{ labels: [] }, { series: [] }, { series: series([]) }]) {
      expect(said(draw({ shape, ...one }, 'No data yet').option.graphic).style.text).toBe('No data yet')
    }
  })
})
