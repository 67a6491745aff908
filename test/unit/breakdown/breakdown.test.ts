/** The tree: what stands under what, what is counted, and how much of a big one is shown. */
import { describe, expect, it } from 'vitest'
import { breakdownCard } from '../../../src/features/breakdown/breakdown.cards.js'
import { branchesOf, idle, roomsFor } from '../../../src/features/breakdown/breakdown.js'
import { keyOf, type Strategy } from '../../../src/features/strategy/index.js'
import { plainCard } from '../../../src/kit/plain.js'
import { translator } from '../../support/samples.js'
import { taskNamed } from '../task/some-task.js'

const strategy = (id: number, name: string, ...modules: string[]): Strategy => ({
  ...{ id, campaignId: 1, number: id, name, key: keyOf(name), budget: null },
  modules: modules.map((module, i) => ({
    ...{ id: id * 100 + i, strategyId: id, number: i + 1, name: module, key: keyOf(module) },
  })),
})
const tree = [strategy(1, 'Seeding', 'Screening', 'Tracking'), strategy(2, 'Feed ads')]
const today = '2024-05-15'
const en = translator('en')

const tasks = [
  taskNamed('screen', { strategyId: 1, moduleId: 100, status: 'done' }),
  taskNamed('plan', { strategyId: 1, moduleId: null, dueOn: '2024-05-14' }),
  taskNamed('press', { strategyId: null, moduleId: null }),
]

describe('the tree', () => {
  it('has tasks without a module before the modules, and tasks without a strategy at the end', () => {
    const branches = branchesOf(tree, tasks, today)
    expect(
      branches.map(({ strategy, counts }) => [strategy?.name, counts.total, counts.done, counts.late]),
    ).toEqual([
      ['Seeding', 2, 1, 1],
      ['Feed ads', 0, 0, 0],
      [undefined, 1, 0, 1],
    ])
    expect(branches[0]?.parts.map(({ module, tasks }) => [module?.name, tasks.length])).toEqual([
      [undefined, 1],
      ['Screening', 1],
      ['Tracking', 0],
    ])
  })

  it('has no heading for tasks without a strategy when there are none', () => {
    expect(branchesOf(tree, tasks.slice(0, 2), today)).toHaveLength(2)
    expect(branchesOf([], [], today)).toEqual([])
  })

  it('flags strategies without tasks', () => {
    expect(idle(tree, tasks).map(({ name }) => name)).toEqual(['Feed ads'])
  })

  it('gives each part a line before any has more', () => {
    expect(roomsFor([5, 0, 1, 9], 8)).toEqual([4, 0, 1, 3])
    expect(roomsFor([2, 1], 30)).toEqual([2, 1])
    expect(roomsFor([3, 3], 1)).toEqual([1, 0])
    expect(roomsFor([], 5)).toEqual([])
  })

  it('says how much it leaves out', () => {
    const many = Array.from({ length: 90 }, (_, i) =>
      taskNamed(`task ${i}`, { strategyId: 1, moduleId: i % 2 ? 100 : 101 }),
    )
    const big = [...tree, ...Array.from({ length: 20 }, (_, i) => strategy(i + 3, `more ${i}`))]
    const state = { campaign: { id: 1, name: 'June' }, today, names: new Map(), wishes: [] }
    const text = plainCard(breakdownCard({ ...state, branches: branchesOf(big, many, today) })(en))
    expect(text).toContain('7 more strategies')
    expect(text).toContain('30 more tasks')
    expect(text.split('\n').length).toBeLessThan(80)
  })
})
