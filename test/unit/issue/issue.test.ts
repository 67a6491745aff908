import { describe, expect, it } from 'vitest'
import {
  deadlineFor,
  dueFrom,
  expectedOf,
  happenedOf,
  isException,
  isOpen,
  isOverdue,
  issueRef,
  mayMove,
  remaining,
  stateFor,
  subjectsOf,
} from '../../../src/features/issue/issue.js'
import { issueCalled } from './some-issue.js'

const at = (text: string): Date => new Date(`2024-06-${text}:00+08:00`)

describe('an issue', () => {
  it('is to be closed within 24 hours, nights and days off included (R40)', () => {
    expect(dueFrom(at('10T09:00'))).toEqual(at('11T09:00'))
    expect(dueFrom(at('08T23:30'))).toEqual(at('09T23:30'))
  })

  it('is overdue from the minute after its deadline, and no more once it is handled (F81)', () => {
    const issue = issueCalled('快闪店人流不足')
    expect(isOverdue(issue, at('11T09:00'))).toBe(false)
    expect(isOverdue(issue, at('11T09:01'))).toBe(true)
    expect(isOverdue({ ...issue, status: 'handling' }, at('11T09:01'))).toBe(true)
    expect(isOverdue({ ...issue, status: 'handled' }, at('12T09:00'))).toBe(false)
  })

  it('is open until it is handled: of 003-T4 two rows are 处理中, one is 已处理', () => {
    const rows = ['handling', 'handled', 'handling'].map((status) => issueCalled('row', { status }))
    expect(rows.filter(isOpen)).toHaveLength(2)
  })

  it('goes from 处理中 to 已处理, and is closed only after that', () => {
    expect(mayMove('open', 'handling')).toBe(true)
    expect(mayMove('open', 'handled')).toBe(true)
    expect(mayMove('handling', 'handled')).toBe(true)
    expect(mayMove('handling', 'closed')).toBe(false)
    expect(mayMove('open', 'closed')).toBe(false)
    expect(mayMove('handled', 'closed')).toBe(true)
    expect(mayMove('closed', 'handled')).toBe(false)
    expect(mayMove('lost', 'open')).toBe(false)
  })

  it('can be opened again, and its 24 hours start anew (F84)', () => {
    expect(mayMove('handled', 'open')).toBe(true)
    expect(mayMove('closed', 'open')).toBe(true)
    expect(stateFor('handled', 'open', 'manager', at('12T10:00'))).toEqual({
      status: 'open',
      handledAt: null,
      closedAt: null,
      closedById: null,
      dueAt: at('13T10:00'),
      expectedOn: null,
    })
  })

  it('keeps its deadline while somebody begins to work on it', () => {
    expect(stateFor('open', 'handling', 'optimizer', at('10T12:00'))).toEqual({ status: 'handling' })
  })

  it('knows since when it is handled, and who closed it when', () => {
    expect(stateFor('handling', 'handled', 'optimizer', at('10T15:00'))).toEqual({
      status: 'handled',
      handledAt: at('10T15:00'),
    })
    expect(stateFor('handled', 'closed', 'manager', at('10T18:00'))).toEqual({
      status: 'closed',
      closedAt: at('10T18:00'),
      closedById: 'manager',
    })
  })

  it('is called I-5', () => {
    expect(issueRef(5)).toBe('I-5')
  })

  it('changes what its owner, its reporter and the general owner see, each once', () => {
    const issue = issueCalled('a', { id: 5, ownerId: 'optimizer', reportedById: 'manager' })
    expect(subjectsOf(issue, { ownerId: 'manager' })).toEqual([
      'issue:5',
      'campaign:1',
      'issues-of:optimizer',
      'issues-of:manager',
    ])
  })
})

describe('an issue of a table (003-T4)', () => {
  const zone = 'Asia/Shanghai'
  const now = { zone, at: at('10T18:00') }

  it('is to be solved by the end of the day that somebody expects, else by the end of the next day', () => {
    const days = { happenedOn: '2024-06-07', expectedOn: '2024-06-09' }
    expect(deadlineFor(days, now)).toEqual(at('09T23:59'))
    expect(deadlineFor({ ...days, expectedOn: null }, now)).toEqual(at('08T23:59'))
  })

  it('has its 24 hours when it happens today', () => {
    expect(deadlineFor({ happenedOn: '2024-06-10', expectedOn: null }, now)).toEqual(at('11T18:00'))
  })

  it('is an exception when it is expected later than the next day (F82)', () => {
    const of = (happenedOn: string, expectedOn: string | null) =>
      isException(issueCalled('a', { happenedOn, expectedOn }), zone)
    expect([of('2024-05-20', '2024-05-22'), of('2024-06-07', '2024-06-08'), of('2024-06-07', null)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('has the days of its report and its deadline where nobody named others', () => {
    const reported = issueCalled('a')
    expect([happenedOf(reported, zone), expectedOf(reported, zone)]).toEqual(['2024-06-10', '2024-06-11'])
  })
})

describe('the time that is left', () => {
  it.each([
    ['10T09:00', { over: false, count: 24, unit: 'hours' }],
    ['10T18:30', { over: false, count: 14, unit: 'hours' }],
    ['11T08:01', { over: false, count: 59, unit: 'minutes' }],
    ['11T09:00', { over: false, count: 1, unit: 'minutes' }],
    ['11T09:05', { over: true, count: 5, unit: 'minutes' }],
    ['11T12:59', { over: true, count: 3, unit: 'hours' }],
    ['13T09:00', { over: true, count: 48, unit: 'hours' }],
    ['14T08:59', { over: true, count: 71, unit: 'hours' }],
    ['14T09:00', { over: true, count: 3, unit: 'days' }],
  ])('at %s is counted in whole hours, in minutes below one, in days from the third on', (now, expected) => {
    expect(remaining(at('11T09:00'), at(now))).toEqual(expected)
  })
})
