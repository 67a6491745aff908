/** Numbers as the handbook writes them (6.1) and as people type them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Prisma } from '../../../src/generated/prisma/client.js'
import { Decimal, formatValue, parseValue, type Value } from '../../../src/kit/value.js'

/** A value in a line: kind, number, then what else it has. */
const read = (text: string): string | null => {
  const value = parseValue(text)
  if (!value) return null
  const { kind, number, unit, compare, perDay } = value
  return [kind, compare, number.toFixed(), unit, perDay && 'per day'].filter(Boolean).join(' ')
}

describe('a number typed', () => {
  it.each([
    ['20万', 'amount 200000'],
    ['1.2万', 'amount 12000'],
    ['500万元', 'amount 5000000 元'],
    ['10万+', 'amount ≥ 100000'],
    ['1000万次', 'amount 10000000 次'],
    ['3%', 'percent 3'],
    ['提升30%', 'uplift 30'],
    ['1:5.2', 'ratio 5.2'],
    ['≤30秒', 'amount ≤ 30 秒'],
    ['<8万', 'amount < 80000'],
    ['500人/日', 'amount 500 人 per day'],
    ['500件', 'amount 500 件'],
    ['<2.5%', 'percent < 2.5'],
    ['>45秒', 'amount > 45 秒'],
    ['124%', 'percent 124'],
    ['500人/天', 'amount 500 人 per day'],
  ])('as the handbook prints it, %s, is %s (6.1, 004-T3)', (text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each([
    ['1亿', 'amount 100000000'],
    ['3千万', 'amount 30000000'],
    ['10w+', 'amount ≥ 100000'],
    ['10万+次', 'amount ≥ 100000 次'],
    ['10万次以上', 'amount ≥ 100000 次'],
    ['<=30', 'amount ≤ 30'],
    ['>= 30', 'amount ≥ 30'],
    ['+30%', 'uplift 30'],
    ['下降5%', 'uplift -5'],
    ['-5%', 'uplift -5'],
    ['-300元', 'amount -300 元'],
    ['100,000', 'amount 100000'],
    ['１２．５％', 'percent 12.5'],
    ['＜８万', 'amount < 80000'],
    ['1：5', 'ratio 5'],
    ['CNY 5,000,000', 'amount 5000000 元'],
    ['￥300', 'amount 300 元'],
    ['300块', 'amount 300 元'],
    ['200 users', 'amount 200 users'],
    ['60s', 'amount 60 s'],
  ])('as people write it, %s, is %s', (text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each([
    ...['many', '', ' ', '-', '--', '+', '%', '万', 'NaN', 'Infinity', '0x10', '1e5', '1e999'],
    ...['1000000000000001', '9999万亿', '9'.repeat(400), '0.123456789012345678901'],
    ...['1,5', '1.2.3', '1+2', '≥10万+', '<>5', '2:5', '$300', '¥300人', '1万5', '1万5千', '10多万'],
    ...['5万左右', '5 million', '5m', '5百分点', '十万', '2024-06-01', '满300减50'],
  ])('that cannot be read for certain is refused: "%s"', (text) => {
    expect(parseValue(text)).toBeNull()
  })

  it('may be as large as 10^15, and is exact to the last digit', () => {
    expect(read('1000000000000000')).toBe('amount 1000000000000000')
    expect(read('123456789.123456789')).toBe('amount 123456789.123456789')
    expect(parseValue('0.1')?.number.plus('0.2').toFixed()).toBe('0.3')
  })

  it('is of the class in which the store returns decimals', () => {
    expect(Decimal).toBe(Prisma.Decimal)
    expect(parseValue('20万')?.number).toBeInstanceOf(Prisma.Decimal)
  })
})

describe('a number shown', () => {
  it.each([
    ['80000', '8万'],
    ['12000元', '1.2万元'],
    ['12345', '12345'],
    ['1230000', '123万'],
    ['120000000', '1.2亿'],
    ['123450000', '12345万'],
    ['9999', '9999'],
    ['2.50%', '2.5%'],
    ['提升30%', '+30%'],
    ['1:5.20', '1:5.2'],
    ['10万+', '≥10万'],
    ['500人每天', '500人/日'],
  ])('for %s is %s', (text, short) => {
    const value = parseValue(text)
    expect(value && formatValue(value)).toBe(short)
  })

  it('is read back as the same value, whatever it is', () => {
    const digits = fc.tuple(fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 0, max: 4 }))
    const size = digits.map(([n, places]) => new Decimal(n).div(new Decimal(10).pow(places)))
    const round = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }))
    const number = fc.oneof(
      size,
      round.map(([n, zeros]) => new Decimal(`${n}e${zeros}`)),
    )
    const compare = fc.option(fc.constantFrom('<' as const, '≤' as const, '>' as const, '≥' as const))
    const amount = fc.record({
      unit: fc.constantFrom('', '元', '次', '人', '件', '秒', '人次', 'users', 's'),
      perDay: fc.boolean(),
      negative: fc.boolean(),
    })
    const kind = fc.constantFrom('amount' as const, 'percent' as const, 'uplift' as const, 'ratio' as const)
    fc.assert(
      fc.property(kind, number, compare, amount, (kindOf, n, sign, { unit, perDay, negative }) => {
        const isAmount = kindOf === 'amount'
        const value: Value = {
          number: negative && (isAmount || kindOf === 'uplift') ? n.neg() : n,
          unit: isAmount ? unit : '',
          kind: kindOf,
          ...(sign && { compare: sign }),
          ...(isAmount && perDay && { perDay }),
        }
        const back = parseValue(formatValue(value))
        expect(back).toEqual({ ...value, number: back?.number })
        expect(back?.number.eq(value.number)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('means nothing else to the reader: any text is refused or has a stable short form', () => {
    const piece = fc.constantFrom(...'0123456789.,%+-<>≤:/万亿千元人次日 ', '提升', '以上', 'CNY', 'w', 's')
    const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (typed) => {
        const value = parseValue(typed)
        if (!value) return
        const short = formatValue(value)
        const again = parseValue(short)
        expect(again && formatValue(again)).toBe(short)
      }),
      { numRuns: 5000 },
    )
  })
})
