/** What an execution plan prints of a phase: what is kept, else what its tasks say. */
import { describe, expect, it } from 'vitest'
import { cellsOf, type ExecutionPlan } from '../../../src/features/table/execution.js'
import { isSame } from '../../../src/features/table/rows/same.js'

const task = (name: string, dueOn: string, other: object = {}) =>
  ({ name, dueOn, deliverable: null, status: 'todo', ...other }) as ExecutionPlan['tasks'][number]
const kept = (other: object) => ({
  campaignId: 1,
  key: 'burst',
  ...{ ownerId: null, core: null, criterion: null, resources: null },
  ...{ risk: null, response: null, joint: null, remarks: null },
  ...other,
})
const plan = (detail?: object): ExecutionPlan => ({
  tasks: [
    task('直播', '2024-06-15', { deliverable: '10万观看' }),
    task('快闪店', '2024-06-17'),
    task('取消的', '2024-06-16', { status: 'cancelled' }),
    task('返现', '2024-06-18'),
  ],
  details: new Map(detail ? [['burst', kept(detail)]] : []),
  names: new Map([
    ['li', '李四'],
    ['wang', '王经理'],
  ]),
  ownerId: 'wang',
})
const burst = { key: 'burst', label: '爆发期', fromOn: '2024-06-15', toOn: '2024-06-17' }

describe('the row of a phase', () => {
  it('says what its tasks say and who leads the campaign, where nothing is kept', () => {
    expect(cellsOf(plan(), burst)).toMatchObject({
      owner: '王经理',
      core: '直播；快闪店',
      action: '直播；快闪店',
      criterion: '10万观看',
      resources: '',
      riskPlan: '',
    })
  })

  it('says what is kept, in both layouts', () => {
    const detail = { ownerId: 'li', core: '带货', risk: '断网', response: '备用线路', remarks: '提前测试' }
    expect(cellsOf(plan(detail), burst)).toMatchObject({
      owner: '李四',
      core: '带货',
      action: '带货',
      riskPlan: '断网 → 备用线路',
      risk: '断网',
      response: '备用线路',
      remarks: '提前测试',
    })
  })

  it('names ten tasks, and each of them in few words', () => {
    const many = Array.from({ length: 12 }, (_, i) => task(`${'长'.repeat(2000)}${i}`, '2024-06-15'))
    expect(cellsOf({ ...plan(), tasks: many }, burst).core.length).toBeLessThan(2100)
  })
})

describe('a cell', () => {
  it('says the same whatever blanks, line ends and pinyin it has', () => {
    expect(isSame('核对返现 处理售后', ' 核对返现\n处理售后')).toBe(true)
    expect(isSame('目标', '目标(biāo)')).toBe(true)
    expect(isSame(null, '')).toBe(true)
    expect(isSame('a', 'b')).toBe(false)
  })
})
