import { describe, expect, it } from 'vitest'
import type { Goal, GoalRow } from '../../../src/features/goal/index.js'
import type { Cells } from '../../../src/features/table/rows/cells.js'
import { goalKeys } from '../../../src/features/table/rows/goal-keys.js'
import { paired, refuseTwins } from '../../../src/features/table/rows/pairing.js'

const keys = {
  row: (row: { name: string }) => row.name,
  stands: (stands: { called: string; id: number }) => stands.called,
}
const standing = (...names: string[]) => names.map((called, id) => ({ called, id }))

describe('a row of a table', () => {
  it('is what stands under its name: the first the first, the second the second', () => {
    const rows = [{ name: 'a' }, { name: 'a' }, { name: 'b' }]
    const met = paired(rows, standing('b', 'a', 'a'), keys)
    expect(rows.map((row) => met.get(row)?.id)).toEqual([1, 2, 0])
  })

  const refused = (names: readonly string[], there: readonly string[]) => {
    const notes: string[] = []
    const read = names.map((name, i) => {
      const note: Cells['note'] = (kind, _column, params) =>
        void notes.push(`${i + 2} ${kind} ${Object.values(params ?? {}).join()}`)
      return { row: { name }, cells: { row: i + 2, note } as unknown as Cells }
    })
    refuseTwins(read, standing(...there), keys, 'metric')
    return notes
  }

  it('counts once, unless there are two of its name already', () => {
    expect(refused(['a', 'b', 'a'], [])).toEqual(['4 rowTwice 2'])
    expect(refused(['a', 'a', 'a'], ['a', 'a'])).toEqual(['4 rowTwice 2'])
  })

  it('that may mean any of two is refused', () => {
    expect(refused(['a'], ['a', 'a'])).toEqual(['2 rowSeveral 2'])
  })
})

describe('a row of the consensus table', () => {
  const goal = (type: string, metric: string) => ({ type, metric }) as Goal
  const met = (rows: readonly GoalRow[], goals: readonly Goal[]) => {
    const found = paired(rows, goals, goalKeys(rows, goals))
    return rows.map((row) => goals.indexOf(found.get(row) as Goal))
  }

  it('is the goal of its metric and type, however it is written', () => {
    const goals = [goal('sales', '活动期 GMV'), goal('users', '新增注册用户数')]
    expect(met([{ metric: '新增註冊用戶數', type: 'users' }, { metric: '活動期ＧＭＶ' }], goals)).toEqual([
      1, 0,
    ])
  })

  it('gives the only goal of a metric another type, but not one that another row means', () => {
    const goals = [goal('sales', '订单量')]
    expect(met([{ metric: '订单量', type: 'users' }], goals)).toEqual([0])
    expect(
      met(
        [
          { metric: '订单量', type: 'users' },
          { metric: '订单量', type: 'sales' },
        ],
        goals,
      ),
    ).toEqual([-1, 0])
  })
})
