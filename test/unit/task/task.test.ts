import { describe, expect, it } from 'vitest'
import {
  byUrgency,
  counts,
  daysLate,
  isAsked,
  isLate,
  leadsTo,
  mayMove,
  taskRef,
} from '../../../src/features/task/task.js'
import { taskNamed } from './some-task.js'

describe('a task', () => {
  it('is late from the day after its due date, and keeps its own status (O21)', () => {
    const page = taskNamed('活动页面开发', { status: 'doing', dueOn: '2024-05-12' })
    expect(isLate(page, '2024-05-12')).toBe(false)
    expect(daysLate(page, '2024-05-13')).toBe(1)
    expect(daysLate(page, '2024-06-01')).toBe(20)
    expect(page.status).toBe('doing')
  })

  it('is never late when it is done or cancelled', () => {
    expect(daysLate(taskNamed('a', { status: 'done', dueOn: '2024-05-12' }), '2024-06-01')).toBe(0)
    expect(daysLate(taskNamed('a', { status: 'cancelled', dueOn: '2024-05-12' }), '2024-06-01')).toBe(0)
  })

  it('waiting for review is late like any other that is not done', () => {
    expect(isLate(taskNamed('a', { status: 'review', dueOn: '2024-05-12' }), '2024-05-13')).toBe(true)
  })

  it('moves freely between 未开始, 进行中 and 已完成, and out of cancelled only by being taken up again', () => {
    expect(mayMove('todo', 'done')).toBe(true)
    expect(mayMove('done', 'todo')).toBe(true)
    expect(mayMove('cancelled', 'done')).toBe(false)
    expect(mayMove('cancelled', 'todo')).toBe(true)
    expect(mayMove('done', 'cancelled')).toBe(false)
  })

  it('with an approver goes to review when anybody but the approver says done', () => {
    const task = taskNamed('内容策划', { approverId: 'manager' })
    expect(leadsTo(task, 'done', 'copywriter')).toBe('review')
    expect(leadsTo(task, 'done', 'manager')).toBe('done')
    expect(leadsTo(task, 'doing', 'copywriter')).toBe('doing')
  })

  it('without an approver is done at once', () => {
    expect(leadsTo(taskNamed('a'), 'done', 'designer')).toBe('done')
  })

  it('is asked of its owner until they accept, and of whoever is to take it over', () => {
    const offered = taskNamed('a', { ownerId: 'specialist', accepted: true, proposedOwnerId: 'promoter' })
    expect(isAsked(offered, 'promoter')).toBe(true)
    expect(isAsked(offered, 'specialist')).toBe(false)
    expect(isAsked(taskNamed('b', { ownerId: 'specialist', accepted: false }), 'specialist')).toBe(true)
    expect(isAsked(offered, null)).toBe(false)
  })

  it('is called C-1/M-003, which means the same everywhere', () => {
    expect(taskRef({ campaignId: 1, number: 3 })).toBe('C-1/M-003')
    expect(taskRef({ campaignId: 12, number: 1234 })).toBe('C-12/M-1234')
  })
})

describe('the counts of a campaign', () => {
  const printed = [
    taskNamed('活动主题确认', { status: 'done', dueOn: '2024-05-03' }),
    taskNamed('页面原型设计', { status: 'done', dueOn: '2024-05-07' }),
    taskNamed('活动页面开发', { status: 'doing', dueOn: '2024-05-12' }),
    taskNamed('优惠券配置', { status: 'todo', dueOn: '2024-05-14' }),
    taskNamed('客服培训', { status: 'todo', dueOn: '2024-05-16' }),
  ]

  it('of 004-T2 on 13 May are 2 done, 1 in progress, 2 not started = 40 %, 1 late', () => {
    expect(counts(printed, '2024-05-13')).toMatchObject({
      total: 5,
      done: 2,
      doing: 1,
      todo: 2,
      percent: 40,
      late: 1,
    })
  })

  it('leave cancelled tasks out', () => {
    const tasks = [...printed, taskNamed('x', { status: 'cancelled', dueOn: '2024-05-01' })]
    expect(counts(tasks, '2024-05-13')).toMatchObject({ total: 5, late: 1 })
  })

  it('are zero for no tasks and never say 100 % too early', () => {
    expect(counts([], '2024-05-13').percent).toBe(0)
    const nearly = Array.from({ length: 200 }, (_, i) =>
      taskNamed('x', { status: i === 0 ? 'todo' : 'done' }),
    )
    expect(counts(nearly, '2024-05-13').percent).toBe(99)
  })
})

describe('the order of tasks', () => {
  it('is by due date, then priority (F46)', () => {
    const tasks = [
      taskNamed('M-004', { dueOn: '2024-05-30', priority: 'medium' }),
      taskNamed('low', { dueOn: '2024-05-10', priority: 'low' }),
      taskNamed('M-001', { dueOn: '2024-05-10', priority: 'high' }),
    ]
    expect(tasks.sort(byUrgency).map(({ name }) => name)).toEqual(['M-001', 'low', 'M-004'])
  })
})
