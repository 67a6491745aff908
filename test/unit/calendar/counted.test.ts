/** What is counted by a company's calendar: days of campaigns, due days of reports. */
import { describe, expect, it } from 'vitest'
import { worksOn } from '../../../src/features/campaign/index.js'
import { reportsFor, templates } from '../../../src/features/template/index.js'
import { mainland, type OwnDay } from '../../../src/kit/calendar.js'

const off = (...dates: string[]) => ({
  ...mainland,
  own: new Map<string, OwnDay>(dates.map((date) => [date, { kind: 'off', name: '公司休息' }])),
})
const campaign = {
  phases: [
    { key: 'prepare', label: '筹备期', fromOn: '2024-05-01', toOn: '2024-05-31' },
    { key: 'burst', label: '爆发期', fromOn: '2024-06-01', toOn: '2024-06-20' },
  ],
}

describe('a campaign', () => {
  it('rests in preparation on the company’s day off, in public phases only when the company wants it so', () => {
    const calendar = off('2024-05-08', '2024-06-05')
    expect(worksOn(campaign, '2024-05-08')).toBe(true)
    expect(worksOn(campaign, '2024-05-08', calendar)).toBe(false)
    expect(worksOn(campaign, '2024-06-05', calendar)).toBe(true)
    expect(worksOn(campaign, '2024-06-05', { ...calendar, publicDays: 'working' })).toBe(false)
  })

  it('works on weekends, too, where the rhythm of preparation is every day', () => {
    expect(worksOn(campaign, '2024-05-18')).toBe(false)
    expect(worksOn(campaign, '2024-05-18', { ...mainland, otherDays: 'every' })).toBe(true)
  })
})

describe('a report', () => {
  const run = { launchOn: '2024-06-01', endOn: '2024-06-20', phases: [] }
  const due = (name: 'card-000' | 'ecom-004', calendar = mainland) =>
    reportsFor(templates[name], run, calendar).find(({ document }) => document === 'D17')?.dueOn

  it('that is due after working days leaves out the company’s days off (O15, R67)', () => {
    expect(due('card-000')).toBe('2024-06-25')
    expect(due('card-000', off('2024-06-24', '2024-06-25'))).toBe('2024-06-27')
  })

  it('that is due after calendar days does not', () => {
    expect(due('ecom-004')).toBe('2024-06-23')
    expect(due('ecom-004', off('2024-06-21', '2024-06-22', '2024-06-23'))).toBe('2024-06-23')
  })
})
