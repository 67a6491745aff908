/** Days, times and zones by example: gaps, folds, odd zones and the ways in which dates are counted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  instant,
  isLocalDate,
  isLocalTime,
  isZone,
  lengthInDays,
  localDate,
  localTime,
  nextOccurrence,
  weekday,
} from '../../../src/kit/time.js'

const nextAt = (...when: Parameters<typeof nextOccurrence>): Date => nextOccurrence(...when).at

describe('a day and a time in a zone', () => {
  it('hold for half-hour and quarter-hour zones', () => {
    const at = new Date('2024-06-01T18:30:00Z')
    expect([localDate(at, 'Asia/Kolkata'), localTime(at, 'Asia/Kolkata')]).toEqual(['2024-06-02', '00:00'])
    expect([localDate(at, 'Asia/Kathmandu'), localTime(at, 'Asia/Kathmandu')]).toEqual([
      '2024-06-02',
      '00:15',
    ])
    expect([localDate(at, 'Asia/Shanghai'), localTime(at, 'Asia/Shanghai')]).toEqual(['2024-06-02', '02:30'])
  })

  it('refuse a zone, a date or a time that is none', () => {
    expect(() => localDate(new Date(0), 'Mars/Olympus')).toThrow(RangeError)
    expect(() => instant('2024-02-30', '09:00', 'Asia/Shanghai')).toThrow(RangeError)
    expect(() => instant('2024-02-29', '9:00', 'Asia/Shanghai')).toThrow(RangeError)
  })
})

describe('the instant of a local time', () => {
  const utc = (date: string, clock: string, there: string) => instant(date, clock, there).toISOString()

  it('is the first valid minute after a gap', () => {
    expect(utc('2024-03-10', '02:30', 'America/New_York')).toBe('2024-03-10T07:00:00.000Z')
    expect(utc('2024-03-31', '02:00', 'Europe/Berlin')).toBe('2024-03-31T01:00:00.000Z')
    expect(utc('2024-10-06', '02:15', 'Australia/Lord_Howe')).toBe('2024-10-05T15:30:00.000Z')
    expect(utc('2024-04-26', '00:00', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000Z')
  })

  it('is the first of two when the clocks are set back', () => {
    expect(utc('2024-11-03', '01:30', 'America/New_York')).toBe('2024-11-03T05:30:00.000Z')
    expect(utc('2024-10-27', '02:59', 'Europe/Berlin')).toBe('2024-10-27T00:59:00.000Z')
    expect(utc('2024-04-07', '01:45', 'Australia/Lord_Howe')).toBe('2024-04-06T14:45:00.000Z')
  })

  it('knows 24:00 as the end of a day, as O47 counts', () => {
    expect(utc('2024-06-26', '24:00', 'Asia/Shanghai')).toBe('2024-06-26T16:00:00.000Z')
  })

  it('of a day that Samoa left out is the beginning of the day after', () => {
    expect(utc('2011-12-30', '09:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z')
  })
})

describe('the next time it is a certain hour', () => {
  it('is tomorrow when it is that minute now', () => {
    const now = new Date('2024-06-01T01:30:00Z')
    expect(nextAt('09:30', 'Asia/Shanghai', now)).toEqual(new Date('2024-06-02T01:30:00Z'))
    expect(nextAt('09:30', 'Asia/Shanghai', new Date(now.getTime() - 1))).toEqual(now)
  })

  it('comes once on the night that has the hour twice', () => {
    const first = nextAt('01:30', 'America/New_York', new Date('2024-11-03T00:00:00Z'))
    expect(first).toEqual(new Date('2024-11-03T05:30:00Z'))
    expect(nextAt('01:30', 'America/New_York', first)).toEqual(new Date('2024-11-04T06:30:00Z'))
  })

  it('belongs to its own day even where the gap ends on the next', () => {
    const saturday = nextOccurrence('23:30', 'America/Nuuk', new Date('2024-03-30T20:00:00Z'))
    expect(saturday).toEqual({ date: '2024-03-30', at: new Date('2024-03-31T01:00:00Z') })
    const sunday = nextOccurrence('23:30', 'America/Nuuk', saturday.at)
    expect(sunday).toEqual({ date: '2024-03-31', at: new Date('2024-04-01T00:30:00Z') })
  })

  it('at 24:00 is the midnight that ends the day', () => {
    const end = nextOccurrence('24:00', 'Asia/Shanghai', new Date('2024-06-25T16:00:00Z'))
    expect(end).toEqual({ date: '2024-06-26', at: new Date('2024-06-26T16:00:00Z') })
  })

  it('leaves out the day that Samoa left out', () => {
    const thursday = nextOccurrence('09:00', 'Pacific/Apia', new Date('2011-12-29T00:00:00Z'))
    expect(thursday.date).toBe('2011-12-29')
    expect(nextOccurrence('09:00', 'Pacific/Apia', thursday.at).date).toBe('2011-12-31')
  })
})

describe('calendar days', () => {
  it('are counted over month ends and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2024-06-08', -15)).toBe('2024-05-24')
    expect(daysBetween('2024-06-08', '2024-05-24')).toBe(-15)
  })

  it('count both ends of a range: warm-up 8 to 14 June is seven days', () => {
    expect(lengthInDays('2024-06-08', '2024-06-14')).toBe(7)
    expect(lengthInDays('2024-06-01', '2024-06-01')).toBe(1)
  })

  it('begin the week on Monday', () => {
    expect(weekday('2024-06-10')).toBe(1)
    expect(weekday('2024-06-23')).toBe(7)
  })

  it('come back when as many are added as were taken', () => {
    const day = fc
      .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) })
      .map((ms) => new Date(ms).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n)
        expect(addDays(addDays(date, n), -n)).toBe(date)
      }),
    )
  })

  it('exist or do not: 30 February is none', () => {
    expect(['2024-02-29', '2024-12-31'].every(isLocalDate)).toBe(true)
    const wrong = ['2024-02-30', '2023-02-29', '2024-13-01', '2024-6-1', '0024-01-01', '', '2024-06-01 ']
    expect(wrong.filter(isLocalDate)).toEqual([])
  })

  it('have times from 00:00 to 24:00', () => {
    expect(['00:00', '09:30', '23:59', '24:00'].every(isLocalTime)).toBe(true)
    expect(['9:30', '24:01', '25:00', '09:60', '0930', ''].filter(isLocalTime)).toEqual([])
  })
})

describe('a zone', () => {
  it('is any that the machine knows', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isZone(name))).toEqual([])
    expect(isZone('UTC')).toBe(true)
  })

  it('is neither an offset nor an invention, on any version of Node', () => {
    expect(['+08:00', '8', '', 'Asia/Atlantis', 'Beijing', '../etc'].filter(isZone)).toEqual([])
  })
})
