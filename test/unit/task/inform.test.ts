import { describe, expect, it } from 'vitest'
import { actsOn, reachable } from '../../../src/features/task/inform.js'

const people = new Map([
  ['engineer', { active: true }],
  ['approver', { active: true }],
  ['gone', { active: false }],
])
const campaign = { ownerId: 'general-owner' }

describe('who has to act on a task', () => {
  it('is its owner', () => {
    expect(actsOn(people, { status: 'doing', ownerId: 'engineer', approverId: 'approver' }, campaign)).toBe(
      'engineer',
    )
  })

  it('is its approver while it is in review', () => {
    expect(actsOn(people, { status: 'review', ownerId: 'engineer', approverId: 'approver' }, campaign)).toBe(
      'approver',
    )
  })

  it('is the general owner when that person has left or was never here', () => {
    expect(actsOn(people, { status: 'todo', ownerId: 'gone', approverId: null }, campaign)).toBe(
      'general-owner',
    )
    expect(actsOn(people, { status: 'review', ownerId: 'engineer', approverId: 'gone' }, campaign)).toBe(
      'general-owner',
    )
    expect(reachable(people, 'nobody', campaign)).toBe('general-owner')
  })
})
