/** Moments and durations as people in Chinese and English teams type them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDuration, parseMoment } from '../../../src/kit/dates.js'
import { localDate, localTime } from '../../../src/kit/time.js'

describe('a moment typed', () => {
  const now = new Date('2024-06-10T01:00:00Z')
  const read = (text: string, zone = 'Asia/Shanghai') => parseMoment(text, zone, now)?.toISOString()

  it.each([
    ['2024-06-01T09:30:00+08:00', '2024-06-01T01:30:00.000Z'],
    ['2024-06-01T09:30Z', '2024-06-01T09:30:00.000Z'],
    ['2024-06-01T09:30:00.250-0330', '2024-06-01T13:00:00.250Z'],
    ['2024-06-01', '2024-05-31T16:00:00.000Z'],
    ['2024-06-01 09:30', '2024-06-01T01:30:00.000Z'],
    ['2024-06-01 09:30:15', '2024-06-01T01:30:15.000Z'],
    ['2024-06-01T09:30', '2024-06-01T01:30:00.000Z'],
    ['09:30', '2024-06-10T01:30:00.000Z'],
    ['９：３０', '2024-06-10T01:30:00.000Z'],
    ['明天18:00', '2024-06-11T10:00:00.000Z'],
    ['6月1日 9:30', '2024-06-01T01:30:00.000Z'],
    ['2024-06-26 24:00', '2024-06-26T16:00:00.000Z'],
  ])('in Shanghai as %s is %s', (text, at) => {
    expect(read(text)).toBe(at)
  })

  it('is on the clocks of the one who types it', () => {
    expect(read('18:00', 'America/Los_Angeles')).toBe('2024-06-10T01:00:00.000Z')
    expect(read('2024-03-10 02:30', 'America/New_York')).toBe('2024-03-10T07:00:00.000Z')
  })

  it.each([
    ...[
      '',
      'noon',
      '25:00',
      '24:01',
      '24:00:01',
      '9:60',
      '09:30:60',
      '6.112:30',
      '2024-02-30',
      '2024-02-30 09:30',
    ],
    ...['2024-02-30T09:30Z', '2024-06-01T24:30Z', '2024-06-01T09:30+99:00', '2024-06-01 ~ 09:30', ':30'],
  ])('that is none is refused: "%s"', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('is read back from date and time in any zone', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Kolkata', 'America/Phoenix', 'Pacific/Kiritimati')
    fc.assert(
      fc.property(zones, fc.integer({ min: 1_600_000, max: 32_000_000 }), (zone, minutes) => {
        const at = new Date(minutes * 60_000)
        expect(parseMoment(`${localDate(at, zone)} ${localTime(at, zone)}`, zone, now)).toEqual(at)
        expect(parseMoment(at.toISOString(), zone, now)).toEqual(at)
      }),
    )
  })
})

describe('a duration typed', () => {
  const HOUR = 3_600_000

  it.each([
    ['2d 3h', 51 * HOUR],
    ['90m', 1.5 * HOUR],
    ['1w', 168 * HOUR],
    ['2天3小时', 51 * HOUR],
    ['30分钟', HOUR / 2],
    ['45s', 45_000],
    ['1.5h', 1.5 * HOUR],
    ['２天', 48 * HOUR],
    ['1 week 2 days', 216 * HOUR],
    ['1个小时', HOUR],
    ['0m', 0],
  ])('as %s is %d milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds)
  })

  it.each(['', ' ', '90', '-3d', '3h 2d', '2d2d', '5ms', 'soon', 'd', '1e3s', '1,5h', '+2h', '10000000d'])(
    'that is negative or rubbish is refused: "%s"',
    (text) => {
      expect(parseDuration(text)).toBeNull()
    },
  )
})
