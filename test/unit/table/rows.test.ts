/** What people write in the cells of tables of tasks, and what is understood. */
import { describe, expect, it } from 'vitest'
import { bareWord, folded, withoutPinyin } from '../../../src/features/table/read/fold.js'
import { daysIn, isBackwards, isPlainDays } from '../../../src/features/table/rows/dates.js'

const anchor = '2024-06-01'
const days = (text: string, epoch: '1900' | '1904' = '1900') => {
  const read = daysIn(text, { anchor, epoch })
  return read && `${read.from} ${read.to}`
}

describe('days in a table', () => {
  it.each([
    ['2024-05-01-05-10', '2024-05-01 2024-05-10'],
    ['2024-06-01~06-07', '2024-06-01 2024-06-07'],
    ['6.1-6.10', '2024-06-01 2024-06-10'],
    ['2024/5/1', '2024-05-01 2024-05-01'],
    ['2024-05-01 00:00:00', '2024-05-01 2024-05-01'],
    ['活动启动前15天', '2024-05-17 2024-05-17'],
    ['T-15（活动启动前15天）', '2024-05-17 2024-05-17'],
    ['T-12', '2024-05-20 2024-05-20'],
    ['T+3', '2024-06-04 2024-06-04'],
    ['15 days before launch', '2024-05-17 2024-05-17'],
    ['45413', '2024-05-01 2024-05-01'],
    ['２０２４－０５－０１', '2024-05-01 2024-05-01'],
    ['2024-05-24（周五）', '2024-05-24 2024-05-24'],
    ['2024/5/24 星期五', '2024-05-24 2024-05-24'],
    ['2024/5/24~26', '2024-05-24 2024-05-26'],
    ['2024年5月24日至26日', '2024-05-24 2024-05-26'],
    ['6月8日—14日', '2024-06-08 2024-06-14'],
    ['上线前2周', '2024-05-18 2024-05-18'],
    ['活动启动前一周', '2024-05-25 2024-05-25'],
    ['启动当天', '2024-06-01 2024-06-01'],
  ])('may be written %s', (text, expected) => {
    expect(days(text)).toBe(expected)
  })

  it('are counted from 1904 where the workbook does', () => {
    expect(days('43951', '1904')).toBe('2024-05-01 2024-05-01')
  })

  it('are none where there is no such day', () => {
    for (const text of ['2024-02-30', '5月初', '', '2024-06-07~2024-06-01', '9'.repeat(5000)])
      expect(days(text)).toBeNull()
    expect(isBackwards('2024-06-07~2024-06-01', anchor)).toBe(true)
    expect(isBackwards('2024-02-30', anchor)).toBe(false)
  })

  it('are worth a word only where they had to be put right', () => {
    const plain = (text: string) =>
      isPlainDays(text, daysIn(text, { anchor, epoch: '1900' }) ?? { from: '', to: '' })
    for (const text of ['2024-05-01', '2024/5/1', '2024-05-01~2024-05-10', '2024-05-01 至 2024-05-10'])
      expect(plain(text)).toBe(true)
    for (const text of ['6.1', '2024-05-01-05-10', '45413']) expect(plain(text)).toBe(false)
  })
})

describe('words that were converted', () => {
  it('lose their pinyin and nothing else', () => {
    expect(withoutPinyin('目標(biāo)設(shè)定(R1)、KOC（達(dá)人）')).toBe('目標設定(R1)、KOC（達人）')
    expect(withoutPinyin('方案(draft)和f(x)')).toBe('方案(draft)和f(x)')
  })

  it('are the same in simplified, traditional and mangled characters, with brackets or without', () => {
    expect(folded('負(fù)責(zé)人')).toBe(folded('负责人'))
    expect(folded('任 務 名 稱')).toBe(folded('任务名称'))
    expect(bareWord('負責人（R1）')).toBe('负责人')
    expect(bareWord('备注(如依赖资源)')).toBe('备注')
  })
})
