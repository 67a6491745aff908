import { describe, expect, it } from 'vitest'
import { atRisk } from '../../../src/features/gantt/risk.js'
import { taskNamed } from '../task/some-task.js'

const task = (id: number, startOn: string, dueOn: string, status = 'todo') => ({
  ...taskNamed(`任务 ${id}`, { startOn, dueOn, status }),
  id,
})
const waits = (...pairs: [number, number][]) =>
  pairs.map(([taskId, predecessorId]) => ({ taskId, predecessorId }))
const late = task(1, '2024-06-01', '2024-06-03', 'doing')
const today = '2024-06-05'

describe('a task is at risk', () => {
  it('when it waits for a late one and was to begin by now, and so are those behind it', () => {
    const tasks = [late, task(2, '2024-06-04', '2024-06-06'), task(3, '2024-06-07', '2024-06-08')]
    expect([...atRisk(tasks, waits([3, 2], [2, 1]), today)].sort()).toEqual([2, 3])
  })

  it('not when there is time enough before it, or it is done, or nothing is late', () => {
    expect(atRisk([late, task(2, '2024-06-06', '2024-06-07')], waits([2, 1]), today).size).toBe(0)
    expect(atRisk([late, task(2, '2024-06-04', '2024-06-06', 'done')], waits([2, 1]), today).size).toBe(0)
    expect(atRisk([late, task(2, '2024-06-04', '2024-06-06')], waits([2, 1]), '2024-06-03').size).toBe(0)
  })

  it('and a circle of tasks ends the search', () => {
    const tasks = [late, task(2, '2024-06-04', '2024-06-06'), task(3, '2024-06-04', '2024-06-08')]
    expect(atRisk(tasks, waits([2, 1], [3, 2], [2, 3]), today).size).toBe(2)
  })
})
