/** The calendar, the positions that sign, campaigns nobody hears. */
import { describe, expect, it } from 'vitest'
import { calendar, channels, positions } from '../../../src/features/doctor/checks.js'
import { aFew, byArea, once, worstOf } from '../../../src/features/doctor/doctor.js'
import { signers } from '../../../src/features/people/index.js'
import type { Finding } from '../../../src/kit/finding.js'

const until2026 = (year: number) => year <= 2026
const years = (found: readonly Finding[]) => found.map(({ params }) => params?.year)

describe('the calendar', () => {
  it('is up to date when it knows the year in thirty days and in which every campaign ends', () => {
    expect(calendar('2026-11-30', ['2026-12-31'], until2026)).toEqual([])
  })

  it('is outdated from thirty days before a year it does not know', () => {
    expect(years(calendar('2026-12-01', [], until2026))).toEqual([])
    expect(years(calendar('2026-12-02', [], until2026))).toEqual([2027])
  })

  it('names each year once in which a campaign ends, soonest first', () => {
    expect(years(calendar('2026-05-01', ['2028-01-05', '2027-02-01', '2027-03-01'], until2026))).toEqual([
      2027, 2028,
    ])
  })

  it('is not asked about years that are over', () => {
    expect(calendar('2026-05-01', ['1999-12-31'], (year) => year === 2026)).toEqual([])
  })
})

describe('positions', () => {
  const everybody = new Set<string>(['admin', ...signers])

  it('are in order when an administrator and everybody who signs is there', () => {
    expect(positions(everybody)).toEqual([])
  })

  it('without an administrator are bad: nobody can give roles any more', () => {
    const found = positions(new Set(signers))
    expect(found).toEqual([{ area: 'people', what: 'adminMissing', level: 'bad' }])
  })

  it('that sign and that nobody holds are named in one finding, with the first as an example', () => {
    const held = new Set([...everybody].filter((role) => !['finance-head', 'sales-head'].includes(role)))
    expect(positions(held)).toEqual([
      {
        area: 'people',
        what: 'signersMissing',
        level: 'warn',
        params: { roles: 'finance-head,sales-head', role: 'finance-head', count: 2 },
      },
    ])
  })
})

describe('channels', () => {
  it('are missing where nobody hears a campaign', () => {
    const found = channels([
      { id: 1, name: '618', channels: 1 },
      { id: 2, name: '双11', channels: 0 },
    ])
    expect(found.map(({ params }) => params)).toEqual([{ campaign: 'C-2 双11', ref: 'C-2' }])
  })
})

describe('findings', () => {
  const finding = (area: string, level: Finding['level'], what = 'x'): Finding => ({ area, level, what })

  it('are as bad as the worst of them, and good when there is none', () => {
    expect(worstOf([finding('a', 'good'), finding('b', 'bad'), finding('a', 'warn')])).toBe('bad')
    expect(worstOf([])).toBe('good')
  })

  it('stand area by area, the area with the worst first, and in it the worst first', () => {
    const all = [finding('a', 'good', '1'), finding('a', 'warn', '2'), finding('b', 'warn', '3')]
    const sorted = byArea([...all, finding('b', 'bad', '4')])
    expect(sorted.map(({ area, findings }) => [area, findings.map(({ what }) => what)])).toEqual([
      ['b', ['4', '3']],
      ['a', ['2', '1']],
    ])
  })

  it('that are the same are named once', () => {
    const unreachable = { ...finding('slack', 'bad', 'slackUnreachable'), params: { error: 'refused' } }
    expect(once([unreachable, { ...unreachable }])).toEqual([unreachable])
  })

  it('of one kind are all named up to five', () => {
    const five = Array.from({ length: 5 }, () => finding('a', 'warn'))
    expect(aFew(five)).toEqual(five)
    expect(aFew([])).toEqual([])
  })
})
