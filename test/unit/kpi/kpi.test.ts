import { describe, expect, it } from 'vitest'
import { kpiMeant } from '../../../src/features/kpi/find.js'
import {
  limitsFrom,
  limitText,
  rateFor,
  readingFrom,
  shown,
  stateFor,
  targetText,
} from '../../../src/features/kpi/kpi.js'
import type { Kpi } from '../../../src/features/kpi/kpi.repo.js'
import type { UserError } from '../../../src/kit/errors.js'
import { Decimal } from '../../../src/kit/value.js'

const kpi = (target: string, threshold?: string, better: 'up' | 'down' = 'up', name = 'KPI'): Kpi => ({
  id: 1,
  campaignId: 1,
  number: 1,
  metric: 'metric',
  name,
  ...limitsFrom(target, threshold),
  better,
  measure: null,
  version: 0,
  readings: [],
})
const state = (of: Kpi, text: string) => stateFor(of, readingFrom(of, text))
const rate = (of: Kpi, text: string) => rateFor(of, readingFrom(of, text))
const refusal = (of: Kpi, text: string): string | null => {
  try {
    readingFrom(of, text)
    return null
  } catch (error) {
    return (error as UserError).key
  }
}

const conversion = kpi('3%', '<2.5%')
const response = kpi('≤30秒', '>45秒', 'down')

describe('the state of a KPI', () => {
  it.each([
    [kpi('10万', '<8万'), '8万', 'amber'],
    [conversion, '2.5%', 'amber'],
    [kpi('500件', '<300件'), '200件', 'red'],
    [response, '60秒', 'red'],
  ])('is for the printed rows of 004-T3 amber, amber, red, red (F96): row %#', (of, value, expected) => {
    expect(state(of, value)).toBe(expected)
  })

  it('is ok just inside the limit and red just beyond it', () => {
    expect(state(conversion, '2.51%')).toBe('ok')
    expect(state(conversion, '2.49%')).toBe('red')
    expect(state(response, '45秒')).toBe('amber')
    expect(state(response, '45.1秒')).toBe('red')
    expect(state(response, '30秒')).toBe('ok')
  })

  it('follows the relative rule without a threshold: red at exactly 20 % below target (R52, F95)', () => {
    const plain = kpi('3%')
    expect(state(plain, '2.4%')).toBe('red')
    expect(state(plain, '2.41%')).toBe('ok')
    expect(state(kpi('1.5%'), '1.2%')).toBe('red')
  })

  it('follows it upwards when less is better', () => {
    expect(state(kpi('30秒', undefined, 'down'), '36秒')).toBe('red')
    expect(state(kpi('30秒', undefined, 'down'), '35.9秒')).toBe('ok')
  })
})

describe('the achievement rate', () => {
  it.each([
    ['20万', '18万', '90'],
    ['500万', '620万', '124'],
    ['+30%', '45%', '150'],
    ['1:4', '1:5.2', '130'],
    ['500万元', '480万元', '96'],
    ['3%', '2.5%', '83.3'],
    ['800人/日', '500人/日', '62.5'],
  ])('of %s reached with %s is %s % (handbook 6.3)', (target, actual, expected) => {
    expect(rate(kpi(target), actual)).toBe(expected)
  })

  it('is target by actual when less is better: 30 s of 60 s is 50 %', () => {
    expect(rate(response, '60秒')).toBe('50')
  })

  it('is none where it would divide by zero', () => {
    expect(rate(response, '0秒')).toBeNull()
    expect(rateFor(kpi('3%'), new Decimal(0))).toBe('0')
  })
})

describe('a reading', () => {
  it('may leave out its unit, be full-width, and be a change without its sign', () => {
    expect(readingFrom(response, '60').toFixed()).toBe('60')
    expect(readingFrom(conversion, '２.５％').toFixed()).toBe('2.5')
    expect(readingFrom(kpi('+30%'), '45%').toFixed()).toBe('45')
    expect(readingFrom(kpi('800人/日'), '500人').toFixed()).toBe('500')
  })

  it('of another unit or kind is refused', () => {
    expect(refusal(conversion, '2.5')).toBe('kpi.error.unit')
    expect(refusal(response, '60件')).toBe('kpi.error.unit')
    expect(refusal(kpi('1:4'), '5')).toBe('kpi.error.unit')
    expect(refusal(kpi('10万'), '80%')).toBe('kpi.error.unit')
  })

  it('that is unreadable, negative or a limit is refused', () => {
    expect(refusal(conversion, 'much')).toBe('kpi.error.value')
    expect(refusal(kpi('10万'), '-5')).toBe('kpi.error.value')
    expect(refusal(kpi('10万'), '10万+')).toBe('kpi.error.value')
  })
})

describe('a KPI is shown', () => {
  it('as it is printed', () => {
    expect(targetText(response)).toBe('≤30秒')
    expect(limitText(response)).toBe('>45秒')
    expect(limitText(kpi('3%'))).toBeNull()
    expect(shown(kpi('10万', '<8万'), new Decimal(80_000))).toBe('8万')
    expect(targetText(kpi('800人/日'))).toBe('800人/日')
  })
})

describe('a KPI is meant', () => {
  const kpis = [
    { number: 1, name: 'UV(日)', metric: 'uv-daily' },
    { number: 2, name: '转化率', metric: 'conversion' },
    { number: 3, name: '转化率(预售)', metric: 'presale' },
  ]

  it.each(['K-1', 'k1', 'uv', 'UV（日）', 'uv-daily'])('by id, name or key: %s', (text) => {
    expect(kpiMeant(kpis, text)?.number).toBe(1)
  })

  it('exactly before loosely, and never by a part of its name', () => {
    expect(kpiMeant(kpis, '转化率')?.number).toBe(2)
    expect(kpiMeant(kpis, '转化')).toBeNull()
  })
})
