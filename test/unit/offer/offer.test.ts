/** Offers as people type them, and what is left of them today. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mustPay,
  readCount,
  readDiscount,
  readThreshold,
  remaining,
} from '../../../src/features/offer/offer.js'
import { Decimal } from '../../../src/kit/value.js'

const off = (given: string) => {
  const { discount, kind } = readDiscount(given)
  return `${discount.toFixed()} ${kind}`
}

describe('a discount', () => {
  it('is money, a percentage, or what is left to pay', () => {
    expect(['50', '50元', '20%', '8折', '8.5 折', '９折'].map(off)).toEqual([
      '50 amount',
      '50 amount',
      '20 percent',
      '20 percent',
      '15 percent',
      '10 percent',
    ])
  })

  it.each(['many', '0', '-5', '100%', '0折', '10折', '50人', '<50', ''])('is not “%s”', (given) => {
    expect(() => readDiscount(given)).toThrow('offer.error.discount')
  })

  it('always leaves something to pay', () => {
    expect(() => mustPay(new Decimal(50), readDiscount('50'))).toThrow('offer.error.tooMuch')
    expect(() => mustPay(new Decimal(50), readDiscount('49.9'))).not.toThrow()
    expect(() => mustPay(new Decimal(50), readDiscount('99%'))).not.toThrow()
  })
})

describe('an order value and a number of people', () => {
  it('are read in the usual notations', () => {
    expect(readThreshold('1.2万').toFixed()).toBe('12000')
    expect(readCount('1000人/日', 'cap')).toBe(1000)
    expect(readCount('0', 'count')).toBe(0)
  })

  it.each(['0', '1.5', '-1', '>3', 'x'])('are not “%s”', (given) => {
    expect(() => readCount(given, 'cap')).toThrow('offer.error.cap')
  })
})

describe('what is left of a daily number', () => {
  it('begins anew each day and is never less than nothing', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (dailyCap, used) => {
        const offer = { dailyCap, used, usedOn: '2024-06-12' }
        expect(remaining(offer, '2024-06-13')).toBe(dailyCap)
        expect(remaining(offer, '2024-06-12')).toBe(Math.max(0, dailyCap - used))
      }),
    )
    expect(remaining({ dailyCap: null, used: 3, usedOn: '2024-06-12' }, '2024-06-12')).toBeNull()
  })
})
