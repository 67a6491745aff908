/** What is counted from the launch, and what follows it when it moves. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countdownTo, countText, nextOf, taskShifted } from '../../../src/features/countdown/countdown.js'
import { addDays, daysBetween } from '../../../src/kit/time.js'

const dates = (launchOn: string) =>
  countdownTo(launchOn).map(({ key, fromOn, toOn }) => `${key} ${fromOn} ${toOn}`)

describe('the countdown', () => {
  it('is that of the handbook for a launch on 8 June 2024 (F5, 4.7)', () => {
    expect(dates('2024-06-08')).toEqual([
      'goals 2024-05-24 2024-05-24',
      'draft 2024-05-27 2024-05-27',
      'development 2024-06-01 2024-06-01',
      'test 2024-06-05 2024-06-07',
    ])
  })

  it('is that of 003 and 004 for a launch on 1 June 2024', () => {
    expect(dates('2024-06-01')).toEqual([
      'goals 2024-05-17 2024-05-17',
      'draft 2024-05-20 2024-05-20',
      'development 2024-05-25 2024-05-25',
      'test 2024-05-29 2024-05-31',
    ])
  })

  it('is written as people count: T-15, and a window with both its ends', () => {
    expect(countdownTo('2024-03-01').map((one) => countText(one, '2024-03-01'))).toEqual([
      'T-15',
      'T-12',
      'T-7',
      'T-3…T-1',
    ])
    expect(countText({ fromOn: '2024-06-01', toOn: '2024-06-03' }, '2024-06-01')).toBe('T…T+2')
  })

  it('goes on to the next point that is neither done nor over', () => {
    const points = countdownTo('2024-06-01').map((one) => ({ ...one, doneAt: null as Date | null }))
    expect(nextOf(points, '2024-05-18')?.key).toBe('draft')
    const written = points.map((one) => (one.key === 'draft' ? { ...one, doneAt: new Date(0) } : one))
    expect(nextOf(written, '2024-05-18')?.key).toBe('development')
    expect(nextOf(points, '2024-05-30')?.key).toBe('test')
    expect(nextOf(points, '2024-06-01')).toBeNull()
  })
})

describe('a task whose launch moves', () => {
  const span = fc.record({
    startOn: fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n)),
    length: fc.integer({ min: 0, max: 90 }),
    days: fc.integer({ min: -200, max: 200 }),
  })

  it('keeps its length when nobody has begun it, and comes back when the launch does', () => {
    fc.assert(
      fc.property(span, ({ startOn, length, days }) => {
        const task = { status: 'todo', startOn, dueOn: addDays(startOn, length) }
        const moved = taskShifted(task, days)
        expect(daysBetween(moved.startOn, moved.dueOn)).toBe(length)
        expect(daysBetween(startOn, moved.startOn)).toBe(days)
        expect(taskShifted({ ...task, ...moved }, -days)).toEqual({ startOn, dueOn: task.dueOn })
      }),
    )
  })

  it('keeps the day it was begun on, and never ends before it', () => {
    fc.assert(
      fc.property(span, fc.constantFrom('doing', 'review'), ({ startOn, length, days }, status) => {
        const moved = taskShifted({ status, startOn, dueOn: addDays(startOn, length) }, days)
        expect(moved.startOn).toBe(startOn)
        expect(daysBetween(startOn, moved.dueOn)).toBe(Math.max(0, length + days))
      }),
    )
  })

  it('stays where it is when it is done or cancelled', () => {
    const task = { startOn: '2024-05-01', dueOn: '2024-05-03' }
    for (const status of ['done', 'cancelled']) expect(taskShifted({ ...task, status }, 5)).toEqual(task)
  })
})
