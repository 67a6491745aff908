/** Calendars of companies: their own days win, other regions rest on other days, counts add up. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  type Calendar,
  countWorkingDays,
  dayKind,
  daysIn,
  holidayOn,
  isWorkingDay,
  knowsYearIn,
  lastKnownYear,
  mainland,
  type OwnDay,
} from '../../../src/kit/calendar.js'
import { addDays, daysBetween, weekday } from '../../../src/kit/time.js'

const date = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays('2024-01-01', n))
const ownDay = fc.record<OwnDay>({ kind: fc.constantFrom('working', 'off'), name: fc.string() })
const calendar: fc.Arbitrary<Calendar> = fc.record({
  region: fc.constantFrom('CN', 'HK', 'SA'),
  weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  own: fc.array(fc.tuple(date, ownDay), { maxLength: 60 }).map((days) => new Map(days)),
  publicDays: fc.constantFrom('every', 'working'),
  otherDays: fc.constantFrom('every', 'working'),
})
const few = fc.integer({ min: 1, max: 30 })

describe('working days of any calendar', () => {
  it('lead back to where they started, from a day that is worked', () => {
    fc.assert(
      fc.property(date, few, calendar, (given, n, of) => {
        const start = isWorkingDay(given, of) ? given : addWorkingDays(given, 1, of)
        expect(addWorkingDays(addWorkingDays(start, n, of), -n, of)).toBe(start)
      }),
    )
  })

  it('are exactly as many as were asked for, and the last of them is worked', () => {
    fc.assert(
      fc.property(date, few, calendar, (from, n, of) => {
        const to = addWorkingDays(from, n, of)
        expect(isWorkingDay(to, of)).toBe(true)
        expect(countWorkingDays(addDays(from, 1), to, of)).toBe(n)
      }),
    )
  })

  it('of two ranges side by side are together those of the whole', () => {
    fc.assert(
      fc.property(date, few, few, calendar, (from, first, second, of) => {
        const [middle, to] = [addDays(from, first), addDays(from, first + second)]
        const parts = countWorkingDays(from, middle, of) + countWorkingDays(addDays(middle, 1), to, of)
        expect(countWorkingDays(from, to, of)).toBe(parts)
        expect(parts).toBeLessThanOrEqual(daysBetween(from, to) + 1)
      }),
    )
  })
})

describe('a day the company has decided', () => {
  it('wins over holidays, make-up days, weekends and unknown years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), ownDay, calendar, (n, day, of) => {
        const on = addDays('2010-01-01', n)
        const own = new Map([...of.own, [on, day] as const])
        expect(dayKind(on, { ...of, own })).toBe(day.kind)
      }),
    )
  })

  it('changes no other day', () => {
    fc.assert(
      fc.property(date, date, ownDay, (on, other, day) => {
        fc.pre(on !== other)
        expect(dayKind(other, { ...mainland, own: new Map([[on, day]]) })).toBe(dayKind(other))
      }),
    )
  })
})

describe('another region', () => {
  it('has none of the mainland’s holidays and make-up days, in no year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15_000 }), (n) => {
        const on = addDays('2000-01-01', n)
        const of = { ...mainland, region: 'AE', weekend: [5, 6] }
        expect(holidayOn(on, of)).toBeNull()
        expect(dayKind(on, of)).toBe([5, 6].includes(weekday(on)) ? 'off' : 'working')
      }),
    )
  })
})

describe('a year that is missing', () => {
  const year = lastKnownYear() + 1
  const entered = (...dates: string[]) => ({
    ...mainland,
    own: new Map<string, OwnDay>(dates.map((day) => [`${year}-${day}`, { kind: 'off', name: '放假' }])),
  })

  it('is known when the holidays that every year has were entered by hand', () => {
    expect(knowsYearIn(mainland, year)).toBe(false)
    expect(knowsYearIn(entered('01-01', '10-01'), year)).toBe(false)
    const whole = entered('01-01', '05-01', '10-01')
    expect(knowsYearIn(whole, year)).toBe(true)
    expect(dayKind(`${year}-06-15`, whole)).not.toMatch(/unknown/)
  })

  it('says a holiday by its name, also on the day worked for it', () => {
    expect(holidayOn('2024-10-01')).toEqual({ kind: 'off', name: 'national-day' })
    expect(holidayOn('2024-10-12')).toEqual({ kind: 'working', name: 'national-day' })
    expect(holidayOn('2024-10-10')).toBeNull()
    expect(holidayOn('2024-01-01')?.name).toBe('new-years-day')
  })

  it('lists no days between a last and an earlier first', () => {
    expect(daysIn('2024-01-02', '2024-01-01')).toEqual([])
  })
})
