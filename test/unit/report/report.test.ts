import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { listCard } from '../../../src/features/report/report.cards.js'
import { daysLate, isLate, nextReport, webLink } from '../../../src/features/report/report.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'

const report = (document: string, dueOn: string, deliveredAt: Date | null = null) => ({
  campaignId: 1,
  document,
  dueOn,
  link: deliveredAt ? 'https://example.com/a' : null,
  deliveredById: deliveredAt ? 'data' : null,
  deliveredAt,
})
const delivered = new Date('2024-06-27T08:00:00Z')

describe('a report', () => {
  it('is in time until the end of its day (O47)', () => {
    expect(isLate(report('D17', '2024-06-28'), '2024-06-28')).toBe(false)
    expect(daysLate(report('D17', '2024-06-28'), '2024-06-30')).toBe(2)
  })

  it('that is delivered is not late any more', () => {
    expect(daysLate(report('D17', '2024-06-28', delivered), '2024-07-30')).toBe(0)
  })

  it('is next when it is due first of those not delivered', () => {
    const reports = [
      report('D20', '2024-07-02'),
      report('D17', '2024-06-28', delivered),
      report('D18', '2024-06-28'),
    ]
    expect(nextReport(reports)?.document).toBe('D18')
    expect(nextReport([report('D17', '2024-06-28', delivered)])).toBeNull()
  })
})

describe('the link of a report', () => {
  it('is a web address and nothing else', () => {
    expect(webLink('https://example.com/618/data.xlsx')).toBe('https://example.com/618/data.xlsx')
    expect(webLink('javascript:alert(1)')).toBeNull()
    expect(webLink('data.xlsx')).toBeNull()
  })
})

describe('the list of reports', () => {
  const t = createTranslators(readLocales())('en')

  it('says what is owed, what is late and who delivered, with a button for what is missing', () => {
    const campaign = { id: 1, name: '618', zone: 'Asia/Shanghai' }
    const reports = [report('D17', '2024-06-28', delivered), report('D18', '2024-06-28')]
    const card = listCard({ campaign, today: '2024-06-29', reports, names: new Map([['data', '数据专员']]) })(
      t,
    )
    expect(plainCard(card)).toContain('✓ D17 Data report · delivered on 2024-06-27 by 数据专员')
    expect(plainCard(card)).toContain('D18 Effect summary report · due 2024-06-28 · 1 day late')
    expect(buttonsOf(card).map(({ args }) => args.document)).toEqual(['D18'])
  })
})
