import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { pagesOf, states } from '../../../src/features/gantt/gantt.js'
import { sketchOf } from '../../../src/features/gantt/layout.js'
import { edge, right, width } from '../../../src/features/gantt/look.js'
import { mainland } from '../../../src/kit/calendar.js'
import type { Sketch } from '../../../src/kit/sketch.js'
import { addDays } from '../../../src/kit/time.js'
import { widthOfWords } from '../../../src/kit/width.js'
import { barNamed, bars, onePage, planWith, wordsIn } from './some-plan.js'

const translator = createTranslators(readLocales())
const t = translator('zh-CN')
const drawn = (...args: Parameters<typeof planWith>) => sketchOf(onePage(planWith(...args)), t)
const texts = ({ shapes }: Sketch) => wordsIn(shapes).map(({ text }) => text)
const inRow = ({ shapes }: Sketch, y: number) =>
  shapes.filter((shape) => 'y' in shape && Math.abs(shape.y - y) < 20)

/** Where each text stands: what is cut takes its room. */
const boxes = ({ shapes }: Sketch) =>
  wordsIn(shapes).map(({ text, x, y, size, bold, room = Infinity, align }) => {
    const wide = Math.min(room, widthOfWords(text, size, bold))
    const left = align === 'end' ? x - wide : align === 'middle' ? x - wide / 2 : x
    return { text, left, right: left + wide, top: y - size / 2, bottom: y + size / 2 }
  })

const overlaps = (sketch: Sketch): string[] => {
  const all = boxes(sketch)
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
      )
      .map((b) => `${a.text} | ${b.text}`),
  )
}

const phases = [
  { label: '筹备期', fromOn: '2024-05-01', toOn: '2024-05-31' },
  { label: '预热期(线上)', fromOn: '2024-06-01', toOn: '2024-06-14' },
  { label: '爆发期', fromOn: '2024-06-15', toOn: '2024-06-18' },
]

describe('the Gantt chart', () => {
  it.each([1, 5, 40, 200])('of %i tasks names every task once, on pages of at most 40', (count) => {
    const pages = pagesOf(planWith(bars(count), { phases })).map((page) => texts(sketchOf(page, t)))
    const refs = pages.flat().filter((text) => /^M-\d+$/.test(text))
    expect(refs.toSorted()).toEqual(bars(count).map(({ ref }) => ref))
    expect(pages).toHaveLength(Math.ceil(count / 40))
  })

  it.each(['zh-CN', 'zh-TW', 'en'] as const)('has no words over one another in %s', (language) => {
    for (const count of [1, 5, 24, 40]) {
      const some = bars(count).map((bar, i) => ({
        ...bar,
        state: states[i % states.length] ?? 'todo',
        note: i % 2 ? 'KOC 名单及报价单' : '',
      }))
      const page = onePage(planWith(some, { phases, criticalDays: 30 }))
      expect(overlaps(sketchOf(page, translator(language)))).toEqual([])
    }
  })

  it('keeps everything inside of the picture, whatever the dates', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-01', n))
    const bar = fc.tuple(day, fc.nat(400), fc.option(fc.nat(900)), fc.constantFrom(...states), fc.string())
    fc.assert(
      fc.property(
        fc.array(bar, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.nat(11))),
        (some, pairs) => {
          const made = some.map(([fromOn, length, late, state, name], id) => {
            const toOn = addDays(fromOn, length)
            const lateOn = late === null ? null : addDays(toOn, late + 1)
            return barNamed(name, { id, ref: `M-${id}`, fromOn, toOn, lateOn, state, note: name })
          })
          const links = pairs.map(([from, to]) => ({ from, to })).filter(({ from, to }) => from !== to)
          const { height, shapes } = drawn(made, { links, phases })
          for (const shape of shapes) {
            const points = 'points' in shape ? shape.points : [[shape.x, shape.y] as const]
            for (const [x, y] of points) {
              expect(x).toBeGreaterThanOrEqual(edge - 0.01)
              expect(x).toBeLessThanOrEqual(right + 0.01)
              expect(y).toBeGreaterThan(0)
              expect(y).toBeLessThan(height)
            }
            if (shape.kind === 'box') expect(shape.x + shape.width).toBeLessThanOrEqual(width - edge + 0.01)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('takes words as they are: markup, breaks and letters of any script', () => {
    const name = '<script>alert(1)</script> & "引号" <!channel> 🎉 عربي'
    expect(texts(drawn([barNamed(name)]))).toContain(name)
  })

  it('says how late a task is beside its status, and shows the tail of it in red', () => {
    const late = barNamed('素材', { state: 'late', status: '进行中', lateOn: '2024-06-12', note: '晚 5 天' })
    const sketch = drawn([late])
    expect(texts(sketch)).toEqual(expect.arrayContaining(['进行中', '晚 5 天', '延期', '超期']))
    expect(sketch.shapes.filter((shape) => shape.kind === 'box' && shape.hatch)).toHaveLength(2)
  })

  it('outlines the critical path, and draws an arrow from each task to the one that waits', () => {
    const [one, two, three] = bars(3).map((bar) => ({ ...bar, critical: bar.id < 3 }))
    if (!one || !two || !three) throw new Error('three tasks')
    const links = [
      { from: 1, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 99 },
    ]
    const { shapes } = drawn([one, two, three], { links, criticalDays: 40 })
    const arrows = shapes.filter((shape) => shape.kind === 'path' && shape.arrow && shape.points.length > 2)
    expect(arrows.map((arrow) => (arrow.kind === 'path' ? arrow.thick : 0))).toEqual([1.4, 2])
    expect(texts({ width, height: 0, shapes })).toContain('关键路径 40 天')
  })

  it('dashes an arrow to a task that begins before what it waits for is finished', () => {
    const links = [{ from: 1, to: 2 }]
    const early = { id: 2, ref: 'M-002', fromOn: '2024-06-05', toOn: '2024-06-10' }
    const dashes = (more: object) =>
      drawn([barNamed('一'), barNamed('二', { ...early, ...more })], { links }).shapes.filter(
        (shape) => shape.kind === 'path' && shape.arrow && shape.dash,
      ).length
    expect(dashes({})).toBe(2)
    expect(dashes({ state: 'done' }), 'no harm any more').toBe(0)
  })

  it('shades weekends and holidays by the calendar, and names the holidays', () => {
    const sketch = drawn([barNamed('一', { fromOn: '2024-05-01', toOn: '2024-06-30' })])
    expect(texts(sketch)).toEqual(
      expect.arrayContaining(['劳动节', '端午', '2024年5月', '6月', '今天 06-12']),
    )
    const calendar = { ...mainland, region: 'SG' }
    const abroad = drawn([barNamed('一', { fromOn: '2024-05-01', toOn: '2024-06-30' })], { calendar })
    expect(texts(abroad)).not.toContain('劳动节')
  })

  it('names what a task waits for where that stands on another page', () => {
    const links = [{ from: 1, to: 80 }]
    const [first, second] = pagesOf(planWith(bars(80), { links })).map((page) => texts(sketchOf(page, t)))
    expect(second).toContain('M-001 →')
    expect(first?.filter((text) => text.endsWith('→'))).toEqual([])
  })

  it('shows what was planned at first below the bar', () => {
    const planned = { fromOn: '2024-06-01', toOn: '2024-06-02' }
    expect(texts(drawn([barNamed('一', { planned })]))).toContain('原计划')
    expect(texts(drawn([barNamed('一')]))).not.toContain('原计划')
  })

  it('has rows as high as their number allows, and never gets too high to be looked at', () => {
    const heights = [5, 20, 40].map((count) => drawn(bars(count)).height)
    expect(heights.every((height) => height < 1600)).toBe(true)
    expect(inRow(drawn(bars(5)), 200).length).toBeGreaterThan(0)
  })
})
