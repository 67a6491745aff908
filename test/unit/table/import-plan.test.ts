/** What the rows of a table make of the tasks there are. */
import { describe, expect, it } from 'vitest'
import { planImport, type TaskRow, withNotes } from '../../../src/features/task/import-plan.js'
import type { Task } from '../../../src/features/task/task.repo.js'

const task = (other: Partial<Task> = {}): Task =>
  ({
    id: 7,
    campaignId: 1,
    number: 1,
    name: 'KOC筛选',
    description: null,
    ownerId: 'li',
    proposedOwnerId: null,
    accepted: true,
    approverId: null,
    startOn: '2024-05-01',
    dueOn: '2024-05-10',
    status: 'todo',
    priority: 'high',
    deliverable: null,
    predecessor: null,
    support: null,
    remarks: null,
    doneAt: null,
    strategyId: null,
    moduleId: null,
    version: 0,
    ...other,
  }) as Task
const row = (other: Partial<TaskRow> = {}): TaskRow => ({
  number: 1,
  name: 'KOC筛选',
  ownerId: 'li',
  dueOn: '2024-05-10',
  ...other,
})
const changeOf = (now: Task, wished: TaskRow) => planImport([now], [], [wished], 'boss').changed[0]?.data

describe('a row', () => {
  it('of a task that is not there is new', () => {
    expect(planImport([task()], [], [row({ number: 2 })], 'boss').added).toHaveLength(1)
  })

  it('that says what is there changes nothing, whatever blanks it has', () => {
    const now = task({ remarks: 'a\nb', status: 'doing' })
    expect(planImport([now], [], [row({ remarks: ' a \r\n b', status: 'doing' })], 'boss').unchanged).toEqual(
      [now],
    )
  })

  it('changes only what it says', () => {
    expect(changeOf(task({ support: '设计部' }), row({ dueOn: '2024-05-12' }))).toEqual({
      dueOn: '2024-05-12',
    })
    expect(changeOf(task({ support: '设计部' }), row({ support: null }))).toEqual({ support: null })
  })

  it('keeps the first day of a task unless that would be after the last', () => {
    expect(changeOf(task(), row({ dueOn: '2024-04-20' }))).toEqual({
      dueOn: '2024-04-20',
      startOn: '2024-04-20',
    })
  })

  it('offers an open task to its new owner, who is asked only once', () => {
    expect(changeOf(task(), row({ ownerId: 'wang' }))).toEqual({ proposedOwnerId: 'wang' })
    expect(changeOf(task({ proposedOwnerId: 'wang' }), row({ ownerId: 'wang' }))).toBeUndefined()
    expect(changeOf(task(), row({ ownerId: 'boss' }))).toMatchObject({ ownerId: 'boss', accepted: true })
  })

  it('does not make done what somebody has to accept', () => {
    expect(changeOf(task({ approverId: 'chief' }), row({ status: 'done' }))).toEqual({ status: 'review' })
    expect(changeOf(task(), row({ status: 'done' }))).toEqual({ status: 'done' })
  })

  it('that waits for others than before is a change', () => {
    const two = task({ id: 8, number: 2 })
    const links = [{ taskId: 8, predecessorId: 7 }]
    const second = row({ number: 2, predecessors: [1] })
    expect(planImport([task(), two], links, [second], 'boss').changed).toEqual([])
    expect(planImport([task(), two], [], [second], 'boss').changed[0]).toMatchObject({
      relinked: true,
      data: {},
    })
  })
})

describe('a note in the remarks', () => {
  it('stands there once, beside what was said', () => {
    const once = withNotes('需财务确认', [['关联策略', '种草']])
    expect(once).toBe('需财务确认\n关联策略：种草')
    expect(withNotes(once, [['关联策略', '快闪店']])).toBe('需财务确认\n关联策略：快闪店')
    expect(withNotes(null, [])).toBeNull()
  })
})
