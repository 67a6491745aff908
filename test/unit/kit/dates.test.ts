/** Dates and ranges as people in Chinese and English teams type them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate, parseRange } from '../../../src/kit/dates.js'
import { addDays } from '../../../src/kit/time.js'

const today = '2024-06-10'

const day = fc
  .integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 11, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10))

/** The ways in which a full date is written. */
const written = (date: string): string[] => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  const [m, d] = [Number(month), Number(dayOfMonth)]
  const plain = [
    date,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}年${m}月${d}日`,
    date.replaceAll('-', ''),
  ]
  const wide = date.replace(/[\d-]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
  return [...plain, wide]
}

/** The ways in which it is written without its year. */
const short = (date: string): string[] => {
  const [, month = '', dayOfMonth = ''] = date.split('-')
  const [m, d] = [Number(month), Number(dayOfMonth)]
  return [`${m}.${d}`, `${m}-${d}`, `${month}-${dayOfMonth}`, `${m}/${d}`, `${m}月${d}日`, `${m}月${d}号`]
}

describe('a date typed', () => {
  it('is understood in every way of writing it', () => {
    fc.assert(
      fc.property(day, day, (date, now) => {
        for (const text of written(date)) expect(parseDate(text, now)).toBe(date)
      }),
    )
  })

  it('without a year is the one at most half a year away', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -182, max: 182 }), (now, away) => {
        const date = addDays(now, away)
        for (const text of short(date)) expect(parseDate(text, now)).toBe(date)
      }),
    )
  })

  it('without a year is the later one when two are as near', () => {
    expect(parseDate('12.31', '2024-07-01')).toBe('2024-12-31')
    expect(parseDate('1.1', '2023-07-02')).toBe('2023-01-01')
    expect(parseDate('1.1', '2024-07-02')).toBe('2025-01-01')
  })

  it.each([
    ['前天', '2024-06-08'],
    ['昨天', '2024-06-09'],
    ['今天', '2024-06-10'],
    ['明天', '2024-06-11'],
    ['后天', '2024-06-12'],
    ['後天', '2024-06-12'],
    ['Today', '2024-06-10'],
    ['tomorrow', '2024-06-11'],
    ['yesterday', '2024-06-09'],
    ['+3d', '2024-06-13'],
    ['＋３d', '2024-06-13'],
    ['-3d', '2024-06-07'],
    ['3天后', '2024-06-13'],
    ['3天後', '2024-06-13'],
    [' 2024年 6月 1日 ', '2024-06-01'],
  ])('as %s is %s', (text, date) => {
    expect(parseDate(text, today)).toBe(date)
  })

  it.each([
    ...['2024-02-30', '2023-02-29', '2-30', '6.31', '13-1', '0.5', '6月0日', '2024-00-10', '20240631'],
    ...['', 'soon', '6', '2024', '2024-06', '24-06-01', '2024-6/1', '6.1.', '+3', '3d', '1.2.3.4'],
  ])('that does not exist or says nothing is refused: "%s"', (text) => {
    expect(parseDate(text, today)).toBeNull()
  })

  it('of a leap day without a year is refused where no leap year is near', () => {
    expect(parseDate('2-29', '2024-06-10')).toBe('2024-02-29')
    expect(parseDate('2-29', '2026-06-10')).toBeNull()
  })
})

describe('a range typed', () => {
  it.each([
    ['2024-06-08~06-14', '2024-06-08', '2024-06-14'],
    ['2024-05-01-05-10', '2024-05-01', '2024-05-10'],
    ['6.1-6.10', '2024-06-01', '2024-06-10'],
    ['6.1–6.10', '2024-06-01', '2024-06-10'],
    ['6.1至6.10', '2024-06-01', '2024-06-10'],
    ['2024-06-01 to 2024-06-10', '2024-06-01', '2024-06-10'],
    ['２０２４－０６－０８～０６－１４', '2024-06-08', '2024-06-14'],
    ['6-1-6-10', '2024-06-01', '2024-06-10'],
    ['6月1日至10日', '2024-06-01', '2024-06-10'],
    ['今天~+3d', '2024-06-10', '2024-06-13'],
    ['today to tomorrow', '2024-06-10', '2024-06-11'],
    ['6.1~6.1', '2024-06-01', '2024-06-01'],
    ['2024-01-01~12-31', '2024-01-01', '2024-12-31'],
    ['1.1~2024-12-31', '2024-01-01', '2024-12-31'],
  ])('as %s is %s to %s', (text, from, to) => {
    expect(parseRange(text, today)).toEqual({ from, to })
  })

  it('may cross the year end with either year left out', () => {
    const newYear = { from: '2024-12-28', to: '2025-01-03' }
    for (const text of ['2024-12-28~01-03', '12.28~2025-01-03', '12.28-1.3']) {
      expect(parseRange(text, '2024-12-20')).toEqual(newYear)
      expect(parseRange(text, '2025-01-02')).toEqual(newYear)
    }
  })

  it.each([
    ...['2024-06-14~06-08', '6.10-6.1', '2024-06-10 to 2024-06-01', '2024-06-10~2023-06-14'],
    ...['6.1-6.31', '2024-02-28~02-30', '6.1', '6-1', '2024-06-01', '6.1-', '~6.1', '6.1-10', '', 'a to b'],
  ])('that ends before it starts or lacks an end is refused: "%s"', (text) => {
    expect(parseRange(text, today)).toBeNull()
  })

  it('is understood with every joint between every two ways of writing', () => {
    const joint = fc.constantFrom('~', '～', '-', ' - ', '–', '—', '至', '到', ' to ', ' ~ ')
    const length = fc.integer({ min: 0, max: 183 })
    fc.assert(
      fc.property(day, length, joint, (from, days, between) => {
        const to = addDays(from, days)
        for (const left of written(from)) {
          for (const right of [...written(to), ...short(to)]) {
            expect(parseRange(`${left}${between}${right}`, today), left + between + right).toEqual({
              from,
              to,
            })
          }
        }
      }),
    )
  })
})
