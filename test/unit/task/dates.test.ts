import { describe, expect, it } from 'vitest'
import { datesFrom } from '../../../src/features/task/dates.js'
import type { UserError } from '../../../src/kit/errors.js'

const today = '2024-04-28'
const refusal = (start: string, due?: string): UserError | null => {
  try {
    datesFrom(start, due, today)
    return null
  } catch (error) {
    return error as UserError
  }
}

describe('the dates of a task', () => {
  it('are two dates, in any of the printed styles', () => {
    expect(datesFrom('2024-05-01', '2024/5/10', today)).toEqual({
      startOn: '2024-05-01',
      dueOn: '2024-05-10',
    })
    expect(datesFrom('5月1日', '5.10', today)).toEqual({ startOn: '2024-05-01', dueOn: '2024-05-10' })
  })

  it.each(['2024-05-01–05-10', '2024-05-01-05-10', '2024-05-01~05-10', '5.1–5.10'])(
    'are one range as in 003-T2: %s',
    (range) => {
      expect(datesFrom(range, undefined, today)).toEqual({ startOn: '2024-05-01', dueOn: '2024-05-10' })
    },
  )

  it('may be one day', () => {
    expect(datesFrom('2024-05-17', '2024-05-17', today)).toEqual({
      startOn: '2024-05-17',
      dueOn: '2024-05-17',
    })
  })

  it('are refused when the task would be due before it starts, beside the field at fault', () => {
    expect(refusal('2024-05-10', '2024-05-01')).toMatchObject({
      key: 'task.error.dueFirst',
      extra: { field: 'due' },
    })
    expect(refusal('2024-05-10–05-01')).toMatchObject({ key: 'task.error.date', extra: { field: 'start' } })
  })

  it('are refused when one is missing, unreadable or given twice', () => {
    expect(refusal('2024-05-10')).toMatchObject({ key: 'task.error.dueMissing', extra: { field: 'due' } })
    expect(refusal('soon', '2024-05-10')).toMatchObject({ key: 'task.error.date', params: { given: 'soon' } })
    expect(refusal('2024-05-01–05-10', '2024-05-12')).toMatchObject({ key: 'task.error.twoEnds' })
    expect(refusal('2024-02-30', '2024-05-10')).toMatchObject({ key: 'task.error.date' })
  })
})
