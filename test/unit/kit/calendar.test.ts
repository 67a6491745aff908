/** Working days against the State Council's notices of three years: no false run, no missed make-up day. */
import { afterEach, describe, expect, it } from 'vitest'
import { addWorkingDays, dayKind, isWorkingDay, knowsYear, lastKnownYear } from '../../../src/kit/calendar.js'
import { addDays, type LocalDate, weekday } from '../../../src/kit/time.js'

type Notice = { off: [from: LocalDate, to: LocalDate][]; madeUp: LocalDate[] }

/** 国办发明电 〔2023〕7号, 〔2024〕12号, 〔2025〕7号. */
const notices: Record<number, Notice> = {
  2024: {
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    madeUp: [
      ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28'],
      ...['2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
    ],
  },
  2025: {
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    madeUp: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    madeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

const daysOf = (year: number): LocalDate[] => {
  const days = Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i))
  return days.filter((day) => day.startsWith(String(year)))
}

const worksBy = ({ off, madeUp }: Notice, day: LocalDate): boolean => {
  if (madeUp.includes(day)) return true
  return weekday(day) <= 5 && !off.some(([from, to]) => from <= day && day <= to)
}

const machineZone = process.env.TZ

afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ
  else process.env.TZ = machineZone
})

describe('a day on the mainland', () => {
  it.each(Object.entries(notices))(
    'works or rests as the State Council says, every day of %s',
    (year, notice) => {
      const wrong = daysOf(Number(year)).filter((day) => isWorkingDay(day) !== worksBy(notice, day))
      expect(wrong).toEqual([])
    },
  )

  it('rests on a Monday holiday, when the stand-up must not ask', () => {
    expect(dayKind('2024-06-10')).toBe('off')
  })

  it('works on a Sunday that is made up, when the stand-up must not be missed', () => {
    expect(dayKind('2024-02-04')).toBe('working')
    expect(dayKind('2025-01-26')).toBe('working')
    expect(dayKind('2026-01-04')).toBe('working')
  })

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Apia', 'Asia/Shanghai'])(
    'is the same when the bot runs in %s',
    (zone) => {
      process.env.TZ = zone
      expect(['2024-06-09', '2024-06-10', '2024-06-11'].map((day) => dayKind(day))).toEqual([
        'off',
        'off',
        'working',
      ])
      expect(['2026-10-08', '2026-10-10', '2026-10-11'].map((day) => dayKind(day))).toEqual([
        'working',
        'working',
        'off',
      ])
    },
  )
})

describe('a year whose holidays are not published', () => {
  const next = lastKnownYear() + 1

  it('is not known, and neither are the years around the tables', () => {
    expect([2004, 2024, 2025, 2026].filter((year) => !knowsYear(year))).toEqual([])
    expect([1999, 2003, next, next + 5].filter(knowsYear)).toEqual([])
    expect(lastKnownYear()).toBeGreaterThanOrEqual(2026)
  })

  it('falls back to Monday to Friday and says so, even on National Day', () => {
    const kinds = daysOf(next).map((day) => [dayKind(day), weekday(day) <= 5])
    expect(kinds.every(([kind, works]) => kind === (works ? 'unknown-working' : 'unknown-off'))).toBe(true)
    expect(dayKind(`${next}-10-01`)).toMatch(/^unknown-/)
  })
})

describe('so many working days later', () => {
  it.each([
    ['002-T1', '2024-06-23', '2024-06-26'],
    ['003-T3', '2024-06-20', '2024-06-25'],
    ['004-T1', '2024-06-25', '2024-06-28'],
  ])('the data of %s are due, three after its end (handbook 4.7, R67)', (_, end, due) => {
    expect(addWorkingDays(end, 3)).toBe(due)
  })

  it('leaves out a holiday and counts the Sunday worked for it', () => {
    expect(addWorkingDays('2024-02-02', 1)).toBe('2024-02-04')
    expect(addWorkingDays('2024-06-07', 1)).toBe('2024-06-11')
    expect(addWorkingDays('2024-09-27', 3)).toBe('2024-10-08')
  })

  it('goes back for a negative number and stays for zero', () => {
    expect(addWorkingDays('2024-06-11', -1)).toBe('2024-06-07')
    expect(addWorkingDays('2024-06-10', 0)).toBe('2024-06-10')
  })
})
