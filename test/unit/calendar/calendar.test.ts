/** Regions, weekends and months as people name them; lists of days as they paste them; how a month looks. */
import { describe, expect, it } from 'vitest'
import { calendarCard } from '../../../src/features/calendar/calendar.cards.js'
import {
  addMonths,
  daysOfMonth,
  monthCalled,
  regionCalled,
  weekendCalled,
  weekendOf,
} from '../../../src/features/calendar/calendar.js'
import { readLines } from '../../../src/features/calendar/lines.js'
import { runsIn } from '../../../src/features/calendar/runs.js'
import { listWords, weekdayWords } from '../../../src/features/calendar/words.js'
import { lastKnownYear, mainland, type OwnDay } from '../../../src/kit/calendar.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { languages } from '../../../src/kit/translate.js'
import { translator } from '../../support/samples.js'

const [zh, en] = [translator('zh-CN'), translator('en')]
const regionOf = (text: string) => regionCalled(text, languages)

describe('a region', () => {
  it.each([
    ['cn', 'CN'],
    ['香港', 'HK'],
    ['Hong Kong', 'HK'],
    ['台灣', 'TW'],
    ['Singapore', 'SG'],
    ['阿拉伯联合酋长国', 'AE'],
    ['ＳＧ', 'SG'],
  ])('is called by its code or its name in any language: %s', (text, code) => {
    expect(regionOf(text)).toBe(code)
  })

  it.each(['', 'Atlantis', 'ZZZ', 'C', 'QX'])('is not guessed: %s', (text) => {
    expect(regionOf(text)).toBeNull()
  })

  it('rests as it is usual there', () => {
    const regions = ['CN', 'HK', 'TW', 'SG', 'AE', 'SA', 'IN']
    expect(regions.map(weekendOf).map(String)).toEqual(['6,7', '6,7', '6,7', '6,7', '6,7', '5,6', '7'])
  })
})

describe('a weekend', () => {
  const called = (text: string) => weekendCalled(text, weekdayWords(zh))
  it('is named in words of any language or by numbers', () => {
    expect(called('周五 周六')).toEqual([5, 6])
    expect(called('Sat, fri')).toEqual([5, 6])
    expect(called('週日')).toEqual([7])
    expect(called('6，7')).toEqual([6, 7])
  })

  it('is never the whole week, and every word of it is known', () => {
    expect(called('1 2 3 4 5 6 7')).toBeNull()
    expect(called('Fri Caturday')).toBeNull()
    expect(called('8')).toBeNull()
    expect(called(' ')).toBeNull()
  })
})

describe('a month', () => {
  it.each([
    ['2026-10', '2026-10'],
    ['2026年10月', '2026-10'],
    ['12月', '2026-12'],
    ['1', '2027-01'],
    ['5', '2027-05'],
    ['６月', '2026-06'],
  ])('is called %s in November 2026', (text, month) => {
    expect(monthCalled(text, '2026-11-23')).toBe(month)
  })

  it.each(['0', '13', '2026-13', 'soon', '2026-10-01', '3026-10'])('is not called %s', (text) => {
    expect(monthCalled(text, '2026-11-23')).toBeNull()
  })

  it('follows another across the year and ends on its last day', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(daysOfMonth('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  })
})

describe('a list of days', () => {
  const read = (text: string) => readLines(text, listWords(zh))

  it('is read line by line, with blanks, commas, tabs or semicolons, in either language', () => {
    const text =
      '\uFEFFdate,kind,name\r\n2026-10-09 off 公司 休息\r\n# 明年\r\n\r\n2026/12/31,班,年终盘点\n' +
      '2026年11月2日\t休\t"成立""周年""庆"\n2027-01-04 ~ 2027-01-05 working stock-taking'
    const { entries, faults } = read(text)
    expect(faults).toEqual([])
    expect(entries.map(({ from, to, kind, name, line }) => [line, from, to, kind, name])).toEqual([
      [2, '2026-10-09', '2026-10-09', 'off', '公司 休息'],
      [5, '2026-12-31', '2026-12-31', 'working', '年终盘点'],
      [6, '2026-11-02', '2026-11-02', 'off', '成立"周年"庆'],
      [7, '2027-01-04', '2027-01-05', 'working', 'stock-taking'],
    ])
  })

  it.each([
    ['2026-02-30 off x', 'date'],
    ['10.9 off x', 'date'],
    ['2026-10-09', 'shape'],
    ['2026-10-09 maybe x', 'kind'],
    ['2026-10-09 off', 'name'],
    [`2026-10-09 off ${'x'.repeat(101)}`, 'name'],
    ['2026-01-01~2026-12-31 off x', 'long'],
    ['公司休息 off x', 'date'],
  ])('is refused as a whole for a line such as %s', (line, flaw) => {
    const { faults } = read(`2026-10-10 off 好的\n${line}`)
    expect(faults.map((fault) => [fault.line, fault.flaw])).toEqual([[2, flaw]])
  })

  it('names no day twice, also within a range', () => {
    const { faults } = read('2026-10-01~2026-10-07 off a\n2026-10-07 working b')
    expect(faults).toEqual([{ line: 2, flaw: 'twice', given: '2026-10-07' }])
  })
})

const own = new Map<string, OwnDay>([['2026-10-09', { kind: 'off', name: '公司休息 <!channel>' }]])
const october = {
  ...{ today: '2026-10-12', month: '2026-10', from: '2026-10-01', to: '2026-10-31', said: null },
  ...{ calendar: { ...mainland, own }, shared: new Map<string, OwnDay>() },
}

describe('the card of a month', () => {
  it('names holidays in one line, make-up days and own days apart', () => {
    expect(runsIn(october.calendar, october.from, october.to)).toEqual([
      { from: '2026-10-01', to: '2026-10-07', kind: 'off', name: 'national-day', own: false },
      { from: '2026-10-09', to: '2026-10-09', kind: 'off', name: '公司休息 <!channel>', own: true },
      { from: '2026-10-10', to: '2026-10-10', kind: 'working', name: 'national-day', own: false },
    ])
    const words = plainCard(calendarCard({ ...october, keeps: true })(zh))
    expect(words).toContain('2026-10-01 – 2026-10-07 · 放假 · 国庆节')
    expect(words).toContain('2026-10-10 周六 · 调休上班 · 国庆节')
    expect(words).toContain('公司休息 <!channel>（公司）')
    expect(words).toContain('10-26 | 26 | 27 | 28 | 29 | 30 | 31 休 | 11/1 休')
    expect(words).toContain('工作日: 31 天中的 17 天')
  })

  it('lets only those who keep it take days back, and nobody those of the file', () => {
    const commands = (given: object) =>
      buttonsOf(calendarCard({ ...october, keeps: true, ...given })(en)).map(({ command }) => command)
    expect(commands({})).toContain('calendar-clear')
    expect(commands({ shared: own })).not.toContain('calendar-clear')
    expect(commands({ keeps: false })).toEqual(['calendar', 'calendar'])
  })

  it('says when a year is only assumed, and for which days', () => {
    const year = lastKnownYear() + 1
    const state = { ...october, from: `${year}-01-01`, to: `${year}-01-31`, keeps: false }
    expect(plainCard(calendarCard(state)(en))).toContain(
      `holidays of ${year} are not known yet: as working days are assumed Mon, Tue, Wed, Thu, Fri`,
    )
    const there = { ...state, calendar: { ...mainland, region: 'SG' } }
    expect(plainCard(calendarCard(there)(en))).not.toContain('not known yet')
  })
})
