/** Names of strategies: which are the same, what a place is called, what goals wish for. */
import { describe, expect, it } from 'vitest'
import {
  canBeCalled,
  idsIn,
  keyOf,
  missingIn,
  placeIn,
  placeText,
  uncovered,
} from '../../../src/features/strategy/strategy.js'
import type { Strategy } from '../../../src/features/strategy/strategy.repo.js'

const strategy = (id: number, name: string, ...modules: string[]): Strategy => ({
  ...{ id, campaignId: 1, number: id, name, key: keyOf(name), budget: null },
  modules: modules.map((module, i) => ({
    ...{ id: id * 10 + i, strategyId: id, number: i + 1, name: module, key: keyOf(module) },
  })),
})
const tree = [strategy(1, '小红书种草', 'KOC筛选', '数据跟踪'), strategy(2, 'Feed ads')]

describe('a name', () => {
  it('is the same with blanks, marks, other widths, cases and what cannot be seen', () => {
    for (const same of ['feed ads', ' FEED  ADS', 'ｆｅｅｄ－ads', 'feed\u2060 ads', '“Feed ads”'])
      expect(keyOf(same)).toBe(keyOf('Feed ads'))
    expect(keyOf('A+B')).not.toBe(keyOf('AB'))
  })

  it('of marks alone is still a name', () => {
    expect(keyOf('!!!')).toBe('!!!')
    expect(keyOf('🔥')).not.toBe(keyOf('🎯'))
  })

  it('of a strategy has no stroke that would part it from its module', () => {
    expect(canBeCalled('图文/短视频')).toBe(true)
    expect(canBeCalled('图文 / 短视频')).toBe(false)
  })
})

describe('a place', () => {
  it('is read as it is printed', () => {
    const [seeding] = tree as [Strategy]
    expect(placeIn(placeText(seeding, seeding.modules[0]))).toEqual({
      strategy: '小红书种草',
      module: 'KOC筛选',
    })
    expect(placeIn('图文/短视频')).toEqual({ strategy: '图文/短视频', module: null })
    expect(placeIn('A / B / C')).toEqual({ strategy: 'A', module: 'B / C' })
  })

  it('is there only when both its parts are', () => {
    expect(idsIn(tree, placeIn('小 红书种草 / koc筛选'))).toEqual({ strategyId: 1, moduleId: 10 })
    expect(idsIn(tree, placeIn('feed ads'))).toEqual({ strategyId: 2, moduleId: null })
    expect(idsIn(tree, placeIn('feed ads / KOC筛选'))).toBeNull()
    expect(idsIn(tree, placeIn('别的'))).toBeNull()
  })

  it('that is missing is named once', () => {
    const places = ['别的 / 甲', '别 的 / 甲', '小红书种草 / 乙', 'FEED ADS', '小红书种草'].map(placeIn)
    expect(missingIn(tree, places)).toEqual({
      strategies: ['别的'],
      modules: [
        { strategy: '别的', module: '甲' },
        { strategy: '小红书种草', module: '乙' },
      ],
    })
  })
})

describe('the strategy of a goal', () => {
  it('is taken up by one that says no more and no less in other words', () => {
    expect(uncovered(tree, ['小红书KOC种草 + 抖音信息流', '电商平台满减 + 抖音 信息流'])).toEqual([
      '抖音信息流',
      '电商平台满减',
    ])
    expect(uncovered([], ['甲；乙'])).toEqual(['甲', '乙'])
    expect(uncovered(tree, [])).toEqual([])
  })
})
