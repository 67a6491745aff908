/** Rows below headings, pages that repeat them, and the countdown above. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { type Milestone, pagesOf } from '../../../src/features/gantt/gantt.js'
import { arranged, type Group, type Line, mostRows, paged } from '../../../src/features/gantt/groups.js'
import { sketchOf } from '../../../src/features/gantt/layout.js'
import { edge, right } from '../../../src/features/gantt/look.js'
import { addDays } from '../../../src/kit/time.js'
import { widthOfWords } from '../../../src/kit/width.js'
import { barNamed, bars, onePage, planWith, wordsIn } from './some-plan.js'

const t = createTranslators(readLocales())('zh-CN')
const groups: Group[] = [
  { key: 's1', name: '小红书种草', level: 1 },
  { key: 'm1', name: 'KOC筛选', level: 2 },
  { key: 'm2', name: '数据跟踪', level: 2 },
  { key: 's2', name: '抖音信息流', level: 1 },
  { key: '', name: '未归入策略', level: 1 },
]
const inGroup = (ref: string, group: string | null, fromOn = '2024-06-03') =>
  barNamed(ref, { ref, group, fromOn })
const told = (lines: readonly Line<{ ref: string }>[]): string[] =>
  lines.map((line) => ('bar' in line ? line.bar.ref : `${'#'.repeat(line.group.level)} ${line.group.name}`))
const texts = (...args: Parameters<typeof planWith>) =>
  wordsIn(sketchOf(onePage(planWith(...args)), t).shapes).map(({ text }) => text)

describe('rows', () => {
  it('stand below their strategy, those of modules last, and only below headings that hold something', () => {
    const some = [
      inGroup('d', null),
      inGroup('c', 'm1', '2024-06-01'),
      inGroup('b', 's1', '2024-06-09'),
      inGroup('a', 's1'),
    ]
    expect(told(arranged(some, groups))).toEqual([
      ...['# 小红书种草', 'a', 'b', '## KOC筛选', 'c', '# 未归入策略', 'd'],
    ])
  })

  it('have no headings where nothing belongs to a strategy', () => {
    expect(told(arranged([inGroup('b', null, '2024-06-04'), inGroup('a', null)], groups))).toEqual(['a', 'b'])
    expect(arranged([], groups)).toEqual([])
  })
})

describe('pages', () => {
  const many = Array.from({ length: 100 }, (_, i) => inGroup(`M-${i}`, i < 70 ? 'm1' : 's2'))
  const pages = paged(arranged(many, groups))

  it('hold each row once, and repeat the headings of what goes on', () => {
    expect(pages.flatMap(told).filter((text) => text.startsWith('M-'))).toHaveLength(100)
    expect(told(pages[1] ?? []).slice(0, 2)).toEqual(['# 小红书种草', '## KOC筛选'])
    expect(pages[1]?.slice(0, 2).every((line) => 'group' in line && line.again)).toBe(true)
  })

  it('are of nearly the same length, and none ends with a heading', () => {
    for (const page of pages) {
      expect(page.length).toBeLessThanOrEqual(mostRows + 3)
      expect(page.at(-1)).toHaveProperty('bar')
    }
  })
})

describe('a heading', () => {
  it('says how much below it is done, and from when to when it goes', () => {
    const plan = [
      barNamed('一', { id: 1, group: 'm1', state: 'done', fromOn: '2024-06-01', toOn: '2024-06-02' }),
      barNamed('二', { id: 2, group: 's1', fromOn: '2024-06-05', toOn: '2024-06-09' }),
    ]
    expect(texts(plan, { groups })).toEqual(
      expect.arrayContaining(['小红书种草', '06-01 – 06-09', '1/2', 'KOC筛选', '1/1']),
    )
  })
})

describe('milestones', () => {
  const milestones: Milestone[] = ['目标确定', '方案初稿完成', '开发启动', '全流程测试', '上线'].map(
    (label, i) => ({
      ...{ label, fromOn: addDays('2024-06-01', i), toOn: addDays('2024-06-02', i), state: 'open' },
    }),
  )

  it.each([5, 40, 400])('never lie over one another, on a chart of %i days', (days) => {
    const long = barNamed('一', { fromOn: '2024-05-20', toOn: addDays('2024-05-20', days + 20) })
    const { shapes } = sketchOf(onePage(planWith([long], { milestones })), t)
    const words = wordsIn(shapes).filter(({ text }) => milestones.some(({ label }) => label === text))
    expect(words).toHaveLength(5)
    const boxes = words.map(({ x, y, text, size, align, room = Infinity }) => {
      const wide = Math.min(room, widthOfWords(text, size))
      const left = align === 'end' ? x - wide : x
      return { left, end: left + wide, y }
    })
    for (const [i, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(edge)
      expect(a.end).toBeLessThanOrEqual(right + 0.01)
      for (const b of boxes.slice(i + 1))
        expect(a.y !== b.y || a.end < b.left || b.end < a.left, JSON.stringify([a, b])).toBe(true)
    }
  })

  it('are named in the legend, and so are fixed days', () => {
    expect(texts(bars(2), { milestones }).filter((text) => text === '里程碑')).toHaveLength(2)
    expect(texts(bars(2))).not.toContain('里程碑')
    expect(texts([barNamed('一', { fixed: true })])).toContain('日期固定')
  })

  it('are shown on every page', () => {
    for (const page of pagesOf(planWith(bars(90), { milestones })))
      expect(wordsIn(sketchOf(page, t).shapes).map(({ text }) => text)).toContain('开发启动')
  })
})
