/** The clock of the house against Intl.DateTimeFormat, looked at minute by minute, in every zone there is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instant, localDate, localTime, nextOccurrence } from '../../../src/kit/time.js'

const nextAt = (...when: Parameters<typeof nextOccurrence>): Date => nextOccurrence(...when).at

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const START = Date.UTC(2020, 0, 1)
const END = Date.UTC(2030, 0, 1)

const zones = Intl.supportedValuesOf('timeZone')
const formats = new Map(
  zones.map((timeZone) => {
    const style = { dateStyle: 'short', timeStyle: 'short' } as const
    return [timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone, ...style })]
  }),
)

/** What a clock on the wall in `zone` shows: `2024-06-01 09:30`. */
const shown = (ms: number, zone: string): string => formats.get(zone)?.format(ms) ?? ''

/** The next `time`, by looking at the clock each quarter of an hour, then each minute of the right one. */
const oracle = (time: string, zone: string, after: number): number => {
  // From before the longest hour that may come twice to behind the longest day.
  const first = Math.floor(after / QUARTER) * QUARTER - 4 * HOUR
  const views = Array.from({ length: 4 * 34 }, (_, i) => shown(first + i * QUARTER, zone))
  const fires = [...new Set(views.map((view) => view.slice(0, 10)))].flatMap((day) => {
    const reached = (view: string) => view >= `${day} ${time}`
    const passed = views.findIndex((view, i) => i > 0 && reached(view) && !reached(views[i - 1] ?? ''))
    const minutes = Array.from({ length: 15 }, (_, i) => first + passed * QUARTER - i * MINUTE).reverse()
    return passed < 0 ? [] : (minutes.find((ms) => reached(shown(ms, zone))) ?? [])
  })
  return Math.min(...fires.filter((ms) => ms > after))
}

/** The same, some milliseconds later if no clock were moved. */
const later = (ms: number, zone: string, by: number): string => {
  const wall = Date.parse(`${shown(ms, zone).replace(' ', 'T')}Z`)
  return new Date(wall + by).toISOString().replace('T', ' ').slice(0, 16)
}

/** The minutes between 2020 and 2030 at which the clocks of `zone` jump. */
const jumps = (zone: string): number[] => {
  const ahead = (ms: number) => Date.parse(`${later(ms, zone, 0)}Z`) - ms
  // Morocco, the most restless, leaves a month between two jumps.
  const looks = Array.from({ length: (END - START) / (14 * DAY) }, (_, i) => START + i * 14 * DAY)
  const moved = looks.map((ms) => ahead(ms))
  return looks.slice(1).flatMap((look, i) => {
    if (moved[i] === moved[i + 1]) return []
    let [before, after] = [look - 14 * DAY, look]
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE
      if (ahead(middle) === moved[i]) before = middle
      else after = middle
    }
    return [after]
  })
}

const zone = fc.constantFrom(...zones)
const moment = fc.integer({ min: START, max: END })
const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => new Date(minutes * MINUTE).toISOString().slice(11, 16))

describe('a day and a time in any zone', () => {
  it('are what the clock on the wall there shows', () => {
    fc.assert(
      fc.property(zone, moment, (there, ms) => {
        const at = new Date(ms)
        expect(`${localDate(at, there)} ${localTime(at, there)}`).toBe(shown(ms, there))
      }),
      { numRuns: 1000 },
    )
  })

  it('is read back as the same date and time, unless the clocks jump over it', () => {
    fc.assert(
      fc.property(zone, moment, (there, ms) => {
        const [date = '', clock = ''] = shown(ms, there).split(' ')
        expect(shown(instant(date, clock, there).getTime(), there)).toBe(`${date} ${clock}`)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the next time it is a certain hour', () => {
  it('agrees with looking at the clock around the jumps of every zone for ten years', () => {
    for (const [turn, there] of zones.entries()) {
      // Every third, spring and autumn in turn, another third in the next zone: all would take ten seconds.
      for (const jump of jumps(there).filter((_, i) => (i + turn) % 3 === 0)) {
        // The first time in the gap, or the first of those that come twice.
        const [clock = ''] = [later(jump - MINUTE, there, MINUTE), shown(jump, there)].sort()
        for (const after of [jump - 23 * HOUR, jump - 1, jump]) {
          const next = nextAt(clock.slice(11), there, new Date(after)).getTime()
          if (next !== oracle(clock.slice(11), there, after))
            expect.fail(`${there} ${clock} after ${after}: ${next}`)
        }
      }
    }
  }, 20_000)

  it('agrees with looking at the clock in any zone on any day', () => {
    fc.assert(
      fc.property(zone, time, moment, (there, clock, ms) => {
        expect(nextAt(clock, there, new Date(ms)).getTime()).toBe(oracle(clock, there, ms))
      }),
      { numRuns: 800 },
    )
  })

  it('comes once for each day of the calendar, always later, at the minute or the first after a gap', () => {
    fc.assert(
      fc.property(zone, time, moment, (there, clock, start) => {
        let last = nextOccurrence(clock, there, new Date(start))
        expect(last.at.getTime()).toBeGreaterThan(start)
        for (let i = 0; i < 15; i += 1) {
          const next = nextOccurrence(clock, there, last.at)
          expect(next.date).toBe(addDays(last.date, 1))
          expect(next.at.getTime()).toBeGreaterThan(last.at.getTime())
          const wanted = `${next.date} ${clock}`
          const view = shown(next.at.getTime(), there)
          if (view !== wanted) {
            expect(view > wanted && shown(next.at.getTime() - MINUTE, there) < wanted).toBe(true)
          }
          last = next
        }
      }),
      { numRuns: 150 },
    )
  })
})
