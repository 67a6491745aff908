/** The rules of goals: their order, what makes them SMART, when they are due, how numbers are read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dueWarning,
  goalTypes,
  inOrder,
  isAbovePeak,
  judged,
  lacks,
} from '../../../src/features/goal/goal.js'
import { digits, grown, growthFrom, measureFrom, usualUnit } from '../../../src/features/goal/measure.js'
import { UserError } from '../../../src/kit/errors.js'
import { Decimal } from '../../../src/kit/value.js'

const placed = (id: number, type: string, rank: number | null = null, metric = type) => ({
  ...{ id, type, rank, metric },
})
const ids = (goals: readonly { id: number }[]) => goals.map(({ id }) => id)

describe('the order of goals', () => {
  it('is GMV, user growth, brand exposure, repeat purchase, whatever came first (R4, F9)', () => {
    const goals = [placed(1, 'repurchase'), placed(2, 'brand'), placed(3, 'sales'), placed(4, 'users')]
    expect(ids(inOrder(goals))).toEqual([3, 4, 2, 1])
    const sales = [placed(1, 'sales', null, 'ROI'), placed(2, 'sales', null, '活动期GMV')]
    expect(ids(inOrder(sales))).toEqual([2, 1])
  })

  it('is the one somebody gave them; what was added since stands where R4 puts it', () => {
    const goals = [placed(1, 'brand', 1), placed(2, 'sales', 2), placed(3, 'users'), placed(4, 'brand')]
    expect(ids(inOrder(goals))).toEqual([1, 2, 3, 4])
    expect(ids(inOrder([placed(1, 'users', 1), placed(2, 'sales')]))).toEqual([2, 1])
  })

  const goal = fc.record({
    id: fc.integer({ min: 1, max: 1000 }),
    type: fc.constantFrom(...goalTypes),
    metric: fc.constantFrom('GMV', 'ROI'),
    rank: fc.option(fc.integer({ min: 1, max: 50 })),
  })
  const some = fc.uniqueArray(goal, { selector: ({ id }) => id, maxLength: 20 })

  it('keeps every goal once, and those with a place in the order of their places', () => {
    fc.assert(
      fc.property(some, (goals) => {
        const ordered = inOrder(goals)
        expect(ids(ordered).toSorted()).toEqual(ids(goals).toSorted())
        const ranks = ordered.flatMap(({ rank }) => (rank === null ? [] : [rank]))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  it('without places does not depend on the order in which they were read', () => {
    fc.assert(
      fc.property(some, (goals) => {
        const plain = goals.map((one) => ({ ...one, rank: null }))
        expect(inOrder(plain.toReversed())).toEqual(inOrder(plain))
      }),
    )
  })
})

describe('a goal', () => {
  it('is judged by all five criteria, each with what it lacks (R3, F7)', () => {
    expect(judged(['number', 'due'])).toEqual([
      { criterion: 'specific', missing: [] },
      { criterion: 'measurable', missing: ['number'] },
      { criterion: 'achievable', missing: [] },
      { criterion: 'relevant', missing: [] },
      { criterion: 'timeBound', missing: ['due'] },
    ])
    expect(
      judged(lacks)
        .flatMap(({ missing }) => missing)
        .toSorted(),
    ).toEqual(lacks.toSorted())
  })

  it('may be due after the campaign, not in the past or long after it (O17)', () => {
    const campaign = { endOn: '2024-06-23' }
    expect(dueWarning('2024-07-15', campaign, '2024-05-14')).toBeNull()
    expect(dueWarning('2024-05-14', campaign, '2024-05-14')).toBeNull()
    expect(dueWarning('2024-05-13', campaign, '2024-05-14')).toBe('past')
    expect(dueWarning('2024-08-22', campaign, '2024-05-14')).toBeNull()
    expect(dueWarning('2024-08-23', campaign, '2024-05-14')).toBe('late')
  })

  it('is above the peak only when it asks for more than was reached (R6)', () => {
    const goal = { target: new Decimal(500), peak: new Decimal(480), compare: null }
    expect(isAbovePeak(goal)).toBe(true)
    expect(isAbovePeak({ ...goal, target: new Decimal(480) })).toBe(false)
    expect(isAbovePeak({ ...goal, peak: null })).toBe(false)
    expect(isAbovePeak({ ...goal, compare: '≤' })).toBe(false)
  })
})

describe('the number of a goal', () => {
  it.each([
    ['20万', undefined, '200000', 'amount', '', null],
    ['20万', '人', '200000', 'amount', '人', null],
    ['500万元', undefined, '5000000', 'amount', '元', null],
    ['500万元', '元', '5000000', 'amount', '元', null],
    ['10万+', '次', '100000', 'amount', '次', '≥'],
    ['500人/日', undefined, '500', 'amount', '人/日', null],
    ['30', '%', '30', 'percent', '', null],
    ['30%', '%', '30', 'percent', '', null],
    ['提升30%', undefined, '30', 'uplift', '', null],
    ['-5%', undefined, '-5', 'uplift', '', null],
    ['1:5.2', undefined, '5.2', 'ratio', '', null],
    ['≤30秒', undefined, '30', 'amount', '秒', '≤'],
  ])('%s in %s is read with unit and direction (F8)', (text, unit, number, kind, said, compare) => {
    const measure = measureFrom(text, unit, 'target')
    expect({ ...measure, number: measure.number.toFixed() }).toEqual({ number, kind, unit: said, compare })
  })

  it.each([
    ['many', undefined, 'target'],
    ['0', undefined, 'target'],
    ['-5万', undefined, 'target'],
    ['500万元', '人', 'unit'],
    ['20万', '!?', 'unit'],
  ])('%s in %s is refused beside its field', (text, unit, field) => {
    const fault = () => measureFrom(text, unit, 'target')
    expect(fault).toThrow(UserError)
    try {
      fault()
    } catch (error) {
      expect((error as UserError).extra.field).toBe(field)
    }
  })

  it.each([
    ['新增注册用户数', '人'],
    ['活动期GMV', '元'],
    ['订单量', '单'],
    ['下单用户数', '人'],
    ['品牌关键词搜索量', '次'],
    ['brand exposure', '次'],
    ['转化率', ''],
    ['会员转化率', ''],
    ['品牌声量', ''],
  ])('of %s is usually counted in “%s”', (metric, unit) => {
    expect(usualUnit(metric)).toBe(unit)
  })

  it('grows from its baseline exactly (R5)', () => {
    expect(grown(new Decimal(3_000_000), growthFrom('50%', 'growth')).toFixed()).toBe('4500000')
    expect(grown(new Decimal('0.1'), growthFrom('提升200%', 'growth')).toFixed()).toBe('0.3')
    expect(grown(new Decimal('1234567890123'), new Decimal('33.3')).toFixed()).toBe('1645678997533.96')
    for (const text of ['50', '-100%', '0%', '≥5%', 'a lot'])
      expect(() => growthFrom(text, 'growth')).toThrow(UserError)
  })

  it('is shown with all its digits in groups', () => {
    expect(digits(new Decimal('1234567.125'))).toBe('1,234,567.125')
    expect(digits(new Decimal(999))).toBe('999')
  })
})
