/** The numbers of an evaluation: read as people write them, divided as the handbook has it (R64, 6.3, R75–R77). */
import { describe, expect, it } from 'vitest'
import {
  dimensionOf,
  keyOf,
  type Numbers,
  rateText,
  targetText,
} from '../../../src/features/evaluation/evaluation.js'
import { isUnreadable, type Known, numbersFrom } from '../../../src/features/evaluation/numbers.js'

const read = (target: string, actual: string, metric = '', known: Known = null): Numbers => {
  const numbers = numbersFrom({ target, actual }, metric, known)
  if (isUnreadable(numbers)) throw new Error(`${numbers.field} ${numbers.why}`)
  return numbers
}
const rate = (target: string, actual: string, metric = '') => rateText(read(target, actual, metric))

describe('the achievement rate', () => {
  it.each([
    ['20万', '18万', '90%'],
    ['500万', '620万', '124%'],
    ['+30%', '+45%', '150%'],
    ['提升30%', '提升45%', '150%'],
    ['1:4', '1:5.2', '130%'],
    ['500万元', '480万元', '96%'],
    ['1万人', '1.2万', '120%'],
    ['3%', '2.5%', '83.3%'],
  ])('of %s with %s is %s', (target, actual, percent) => {
    expect(rate(target, actual)).toBe(percent)
  })

  it('is target / actual where less is better: by the sign of the target, or by what the metric is', () => {
    expect(rate('≤30秒', '60秒')).toBe('50%')
    expect(rate('30秒', '60秒', '客服响应时长')).toBe('50%')
    expect(rate('1%', '0.5%', '售后投诉率')).toBe('200%')
    expect(targetText(read('30秒', '60秒', '客服响应时长'))).toBe('≤30秒')
    const kpi = { kind: 'amount', unit: '秒', compare: '≤' } as const
    expect(targetText(read('30秒', '60秒', '等待', kpi))).toBe('≤30秒')
  })

  it('is none without both numbers, and where it would be divided by zero', () => {
    expect(rate('20万', '')).toBe('')
    expect(rate('0人', '5人')).toBe('')
    expect(rate('≤30秒', '0秒')).toBe('')
  })
})

describe('two numbers', () => {
  it('are counted alike: a unit, or the sign of a change, is written once', () => {
    expect(read('500万', '620万元')).toMatchObject({ unit: '元', kind: 'amount' })
    expect(read('500人/日', '400人')).toMatchObject({ unit: '人/日' })
    expect(read('+30%', '45%')).toMatchObject({ kind: 'uplift' })
    expect(read('30%', '45%', '', { kind: 'uplift', unit: '', compare: null })).toMatchObject({
      kind: 'uplift',
    })
  })

  it('that are not are refused, and so is what is no value', () => {
    expect(() => read('500万元', '620人')).toThrow('actual unit')
    expect(() => read('1:4', '5.2')).toThrow('actual unit')
    expect(() => read('很多', '5')).toThrow('target value')
    expect(() => read('5', '大约5')).toThrow('actual value')
  })
})

it('puts a metric that nobody has put anywhere where it most likely belongs', () => {
  expect(['新增注册用户', '活动期GMV', '品牌关键词搜索量', 'ROI(投入产出比)'].map(dimensionOf)).toEqual([
    'users',
    'sales',
    'brand',
    'cost',
  ])
})

it('knows a row again however its blanks and letters are written', () => {
  const row = { dimension: 'sales', metric: '活动期 GMV' }
  expect(keyOf({ ...row, metric: '活动期ＧＭＶ ' })).toBe(keyOf(row))
  expect(keyOf({ ...row, dimension: 'users' })).not.toBe(keyOf(row))
})
