import { describe, expect, it } from 'vitest'
import { changeIn, columnsIn, newIssue } from '../../../src/features/issue/row.js'
import { issueCalled } from './some-issue.js'

const zone = 'Asia/Shanghai'
const at = new Date('2024-06-12T09:00:00+08:00')
const saying = { zone, at, by: 'manager' }
const row = { title: '人流不足', happenedOn: '2024-06-10' }

describe('a row of 003-T4', () => {
  it('says nothing new of an issue that is as it says', () => {
    const issue = issueCalled('人流不足', { status: 'closed', measure: '投放' })
    expect(
      columnsIn(issue, { ...row, solved: true, measure: '投放', expectedOn: '2024-06-11' }, zone),
    ).toEqual([])
    expect(columnsIn({ ...issue, status: 'open' }, { ...row, solved: false }, zone)).toEqual([])
  })

  it('moves an issue by its rules: handled now, or opened again with a new clock', () => {
    expect(changeIn(issueCalled('a'), { ...row, solved: true }, saying)).toEqual({
      status: 'handled',
      handledAt: at,
    })
    const closed = issueCalled('a', { status: 'closed', closedAt: at, closedById: 'manager' })
    expect(changeIn(closed, { ...row, solved: false }, saying)).toMatchObject({
      ...{ status: 'open', closedAt: null, expectedOn: null },
      dueAt: new Date('2024-06-13T09:00:00+08:00'),
    })
  })

  it('moves the deadline with the day by which it is expected', () => {
    const expected = { ...row, expectedOn: '2024-06-14' }
    expect(changeIn(issueCalled('a'), expected, saying)).toEqual({
      expectedOn: '2024-06-14',
      dueAt: new Date('2024-06-14T23:59:00+08:00'),
    })
    expect(columnsIn(issueCalled('a'), expected, zone)).toEqual(['expected'])
  })

  it('empties what it says is nothing, and leaves alone what it leaves out', () => {
    const issue = issueCalled('a', { impact: '曝光', measure: '投放' })
    expect(changeIn(issue, { ...row, impact: null }, saying)).toEqual({ impact: null })
  })

  it('is reported now, whenever it happened; one that is solved already waits for nobody', () => {
    const issue = newIssue({ ...row, happenedOn: '2023-06-10', ownerId: 'lead', solved: true }, 1, saying)
    expect(issue).toMatchObject({ status: 'handled', openedAt: at, handledAt: at, happenedOn: '2023-06-10' })
    expect(newIssue({ ...row, ownerId: 'lead' }, 1, saying)).toMatchObject({
      status: 'open',
      handledAt: null,
    })
  })
})
