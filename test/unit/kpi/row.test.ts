import { describe, expect, it } from 'vitest'
import { limitsFrom } from '../../../src/features/kpi/kpi.js'
import type { Kpi } from '../../../src/features/kpi/kpi.repo.js'
import { isNewlyRed } from '../../../src/features/kpi/reading.js'
import { changeIn, columnsIn, limitIn, targetIn } from '../../../src/features/kpi/row.js'
import { Decimal } from '../../../src/kit/value.js'

const kpi = (target: string, threshold?: string, better: 'up' | 'down' = 'up', last?: string): Kpi => ({
  ...{ id: 1, campaignId: 1, number: 1, metric: 'metric', name: 'KPI' },
  ...limitsFrom(target, threshold),
  ...{ better, measure: null, version: 0 },
  readings: last ? [{ id: 1, kpiId: 1, at: new Date(), value: new Decimal(last), byId: 'a' }] : [],
})
const stock = kpi('500件', '<300件', 'up', '200')
const response = kpi('≤30秒', '>45秒', 'down')

describe('the target of a row', () => {
  it('keeps the unit there is, and takes the side that its sign says', () => {
    expect(targetIn('600', stock)).toEqual({ target: '600', kind: 'amount', unit: '件' })
    expect(targetIn('≤20秒', response)).toMatchObject({ target: '20', unit: '秒', better: 'down' })
    expect(targetIn('10万+', null)).toMatchObject({ target: '100000', better: 'up' })
  })

  it('may say a unit where there was none, but no other', () => {
    expect(targetIn('10万人', kpi('8万'))).toMatchObject({ unit: '人' })
    expect(targetIn('3%', stock)).toBeNull()
    expect(targetIn('500人', stock)).toBeNull()
    expect(targetIn('-5', null)).toBeNull()
  })
})

describe('the threshold of a row', () => {
  it.each([
    ['< 300', stock, { operator: '<', limit: '300' }],
    ['＞45秒', response, { operator: '>', limit: '45' }],
    ['60秒', response, { operator: '>', limit: '60' }],
    ['200件', stock, { operator: '<', limit: '200' }],
    ['<3%', stock, null],
  ])('%s', (text, of, limit) => {
    expect(limitIn(text, of)).toEqual(limit)
  })
})

describe('a row', () => {
  it('changes only what it says otherwise', () => {
    const same = { number: { target: '500', kind: 'amount', unit: '件' }, live: '200', measure: null }
    expect(columnsIn(stock, { name: 'KPI', ...same })).toEqual([])
    const row = { name: 'KPI', threshold: null, live: '250', measure: '下架' }
    expect(columnsIn(stock, row)).toEqual(['threshold', 'measure', 'live'])
  })

  it('makes less better where only its threshold says so', () => {
    const number = { target: '1', kind: 'percent', unit: '' }
    const threshold = { operator: '>', limit: '2' } as const
    expect(changeIn(null, { name: '投诉率', number, threshold })).toMatchObject({ better: 'down' })
  })
})

describe('an alarm', () => {
  it('begins when value or threshold turn a KPI red, once', () => {
    const loose = { ...stock, limit: new Decimal(100) }
    expect(isNewlyRed(null, stock)).toBe(true)
    expect(isNewlyRed(loose, stock)).toBe(true)
    expect(isNewlyRed(stock, stock)).toBe(false)
    expect(isNewlyRed(stock, loose)).toBe(false)
  })
})
