/** Splits: how parts are read, and that sums and gaps are exact. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapOf, partsFrom, sumOf } from '../../../src/features/goal/split.js'
import { UserError } from '../../../src/kit/errors.js'
import { Decimal } from '../../../src/kit/value.js'

const gmv = { kind: 'amount', unit: '元' }
const read = (text: string) => partsFrom(gmv, text).map(({ name, value }) => [name, value])

describe('the parts of a split', () => {
  it.each([
    '淘宝=250万 抖音=150万元 私域=80万',
    '淘宝＝250万，抖音：150万；私域 = 80万',
    '淘宝=2,500,000\n抖音=1,500,000\n私域=800,000\n',
    '淘宝: 250万, 抖音: 150万, 私域: 80万',
    '淘宝 250万, 抖音 150万, 私域 80万',
    '淘宝 250万 抖音 150万元 私域 80万',
  ])('are read from %j', (text) => {
    expect(read(text)).toEqual([
      ['淘宝', '2500000'],
      ['抖音', '1500000'],
      ['私域', '800000'],
    ])
  })

  it('may have names of several words, quoted or not', () => {
    expect(read('Tmall global=100万 "live, streams"=50万')).toEqual([
      ['Tmall global', '1000000'],
      ['live, streams', '500000'],
    ])
  })

  it.each([
    '',
    '淘宝',
    '淘宝=',
    '淘宝=很多',
    '淘宝=1 淘宝=2',
    '淘宝=-5',
    '淘宝=≥5',
    '淘宝=5人',
    '淘宝=5%',
    '淘宝=5 抖音',
  ])('are refused when they are %j', (text) => {
    expect(() => read(text)).toThrow(UserError)
  })

  it('are at most twenty', () => {
    const parts = (count: number) => Array.from({ length: count }, (_none, i) => `p${i}=1`).join(' ')
    expect(read(parts(20))).toHaveLength(20)
    expect(() => read(parts(21))).toThrow(UserError)
  })
})

describe('the gap of a split', () => {
  it('is what the parts leave open, or negative when they are more (F11)', () => {
    const target = new Decimal(5_000_000)
    expect(gapOf({ target }, partsFrom(gmv, 'a=250万 b=150万 c=80万')).toFixed()).toBe('200000')
    expect(gapOf({ target }, partsFrom(gmv, 'a=600万')).toFixed()).toBe('-1000000')
    expect(gapOf({ target: new Decimal('0.3') }, partsFrom(gmv, 'a=0.1 b=0.2')).isZero()).toBe(true)
  })

  /** Numbers of up to 20 digits, five of them behind the point, as whole hundred-thousandths. */
  const small = 100_000n
  const units = fc.bigInt({ min: 0n, max: 10n ** 20n })
  const text = (value: bigint) => `${value / small}.${(value % small).toString().padStart(5, '0')}`

  it('is exact for the largest numbers with the most decimals', () => {
    fc.assert(
      fc.property(units, fc.array(units, { minLength: 1, maxLength: 20 }), (target, values) => {
        const parts = values.map((value, i) => ({ name: `p${i}`, value: text(value) }))
        const sum = values.reduce((all, value) => all + value, 0n)
        expect(sumOf(parts).mul(100_000).toFixed()).toBe(sum.toString())
        const gap = gapOf({ target: new Decimal(text(target)) }, parts)
        expect(gap.mul(100_000).toFixed()).toBe((target - sum).toString())
      }),
    )
  })

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 20 }), (values) => {
        const parts = values.map((value) => ({ name: '', value: text(value) }))
        expect(sumOf(parts.toReversed()).eq(sumOf(parts))).toBe(true)
      }),
    )
  })
})
