/** Which steps are asked for: by amount, kind of campaign and channel (D5). */
import { describe, expect, it } from 'vitest'
import { amountIn, holds } from '../../../src/features/approval/flow/condition.js'
import { Decimal } from '../../../src/kit/value.js'

describe('the amount of a budget', () => {
  it.each([
    ['推广费 30万、物料费 5万、技术费 3万、人力费 10万', '480000'],
    ['推广费30万元；物料费5万元', '350000'],
    ['48万', '480000'],
    ['总预算 50万（推广费 30万、物料费 20万）', '500000'],
    ['推广费 30万，物料费 5万，合计 35万', '350000'],
    ['¥120,000', '120000'],
    ['300000元', '300000'],
    ['预备金 10%，推广费 20万', '200000'],
  ])('%s is %s yuan', (text, amount) => {
    expect(amountIn(text)?.toString()).toBe(amount)
  })

  it.each(['', '待定', '经理负责'])('“%s” has none', (text) => {
    expect(amountIn(text)).toBeNull()
  })
})

const facts = (amount: number | null, type = 'mega-promotion', text = '小红书 直播') => ({
  amount: amount === null ? null : new Decimal(amount),
  type,
  text,
})

describe('a condition', () => {
  const amounts = [0, 99_999, 100_000, 499_999, 500_000, 1_000_000]
  const types = ['mega-promotion', 'new-product', 'brand', 'clearance', 'other']
  it.each(amounts.flatMap((amount) => types.map((type) => [amount, type] as const)))(
    '%d yuan for %s: from 100 000, below 500 000, only new products and brands',
    (amount, type) => {
      const condition = {
        amountFrom: 100_000,
        amountBelow: 500_000,
        types: ['new-product', 'brand'] as const,
      }
      const expected = amount >= 100_000 && amount < 500_000 && (type === 'new-product' || type === 'brand')
      expect(holds(condition, facts(amount, type))).toBe(expected)
    },
  )

  it('holds where nobody can say how much it is', () => {
    expect(holds({ amountFrom: 100_000 }, facts(null))).toBe(true)
  })

  it('holds for documents that speak of a channel', () => {
    expect(holds({ channels: ['直播', '达人'] }, facts(1))).toBe(true)
    expect(holds({ channels: ['达人'] }, facts(1))).toBe(false)
  })
})
