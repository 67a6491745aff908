/** Nobody is reminded at night or on a day off. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, mainland } from '../../../src/kit/calendar.js'
import { workingMoment } from '../../../src/kit/hours.js'
import { localDate, localTime } from '../../../src/kit/time.js'

const shanghai = 'Asia/Shanghai'
const moment = (at: string) => workingMoment(new Date(at), shanghai, mainland).toISOString()

describe('a moment in working hours', () => {
  it.each([
    ['stays where it is', '2024-06-04T01:00:00Z', '2024-06-04T01:00:00.000Z'],
    ['waits for nine o’clock', '2024-06-03T22:10:00Z', '2024-06-04T01:00:00.000Z'],
    ['in the evening is the next morning', '2024-06-04T10:00:00Z', '2024-06-05T01:00:00.000Z'],
    ['on a weekend is Monday', '2024-06-01T03:00:00Z', '2024-06-03T01:00:00.000Z'],
    ['skips the Dragon Boat holiday', '2024-06-07T12:00:00Z', '2024-06-11T01:00:00.000Z'],
    ['uses a Saturday that is made up for', '2024-05-10T12:00:00Z', '2024-05-11T01:00:00.000Z'],
  ])('%s', (_what, at, expected) => {
    expect(moment(at)).toBe(expected)
  })

  it('is never earlier, never at night, never on a day off, and stays when it is asked again', () => {
    const zones = [shanghai, 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/London']
    const when = fc.date({ min: new Date('2024-01-05'), max: new Date('2026-09-01'), noInvalidDate: true })
    fc.assert(
      fc.property(when, fc.constantFrom(...zones), (at, zone) => {
        const found = workingMoment(at, zone, mainland)
        expect(found.getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(isWorkingDay(localDate(found, zone), mainland)).toBe(true)
        expect(localTime(found, zone) >= '09:00' && localTime(found, zone) < '18:00').toBe(true)
        expect(workingMoment(found, zone, mainland)).toEqual(found)
      }),
    )
  })
})
