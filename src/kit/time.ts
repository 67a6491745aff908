/** Days, wall-clock times and IANA zones: which instant a local time means, also where clocks jump. */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

/** A calendar day, `YYYY-MM-DD`, years 1000 to 9999. Compares correctly as text. */
export type LocalDate = string
/** A wall-clock time, `HH:mm`. `24:00` is the end of the day (O47: "within 3 days" ends at 24:00). */
export type LocalTime = string

const MINUTE = 60_000
const DAY = 86_400_000

/** Whether `text` is a day that exists: 2024-02-30 is none. */
export const isLocalDate = (text: string): boolean =>
  /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text

export const isLocalTime = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)

/** Whether `text` is an IANA zone this machine knows, in any case of letters. Offsets (`+08:00`) are none. */
export const isZone = (text: string): boolean => {
  // Newer Nodes take offsets as zones, older ones do not; stored data must not depend on that.
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: text }))
  } catch {
    return false
  }
}

const dayOf = (date: LocalDate): dayjs.Dayjs => {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`)
  return dayjs.utc(date)
}

/** The day `n` days after `date`; before it when `n` is negative. */
export const addDays = (date: LocalDate, n: number): LocalDate =>
  dayOf(date).add(n, 'day').format('YYYY-MM-DD')

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayOf(to).diff(dayOf(from), 'day')

/** Length of a range in days, both ends counted (O47). */
export const lengthInDays = (from: LocalDate, to: LocalDate): number => daysBetween(from, to) + 1

/** 1 = Monday … 7 = Sunday. */
export const weekday = (date: LocalDate): number => dayOf(date).day() || 7

const formats = new Map<string, Intl.DateTimeFormat>()

// Building a format costs a hundred times as much as using it.
const formatIn = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** Milliseconds by which the clocks of `zone` are ahead of UTC at `ms`. */
const offset = (ms: number, zone: string): number => {
  const numbers = formatIn(zone).format(ms).match(/\d+/g)?.map(Number) ?? []
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = numbers
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
}

const wallClock = (at: Date, zone: string): string =>
  new Date(at.getTime() + offset(at.getTime(), zone)).toISOString()

/** The day it is in `zone`; an unknown zone is a RangeError, here and below. */
export const localDate = (at: Date, zone: string): LocalDate => wallClock(at, zone).slice(0, 10)

export const localTime = (at: Date, zone: string): LocalTime => wallClock(at, zone).slice(11, 16)

/** The wall clock as if it stood in UTC. */
const asUtc = (date: LocalDate, time: LocalTime): number => {
  if (!isLocalTime(time)) throw new RangeError(`not a time: ${time}`)
  return dayOf(date).valueOf() + Number(time.slice(0, 2)) * 60 * MINUTE + Number(time.slice(3)) * MINUTE
}

/** The first minute after `low` without the offset of `low`; `high` is known to be such a minute. */
const endOfGap = (low: number, high: number, zone: string): number => {
  const before = offset(low, zone)
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (offset(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}

/**
 * When the clocks of `zone` show `date` `time`: the first time if they show it twice, the first minute
 * after the gap if never (dayjs.tz takes the second time, and some minute past the gap). RangeError if
 * malformed.
 */
export const instant = (date: LocalDate, time: LocalTime, zone: string): Date => {
  const wall = asUtc(date, time)
  // No zone is more than a day from UTC, and since 1972 none moved its clocks twice within a week.
  const early = wall - offset(wall - DAY, zone)
  const late = wall - offset(wall + DAY, zone)
  const shown = [early, late].find((ms) => ms + offset(ms, zone) === wall)
  return new Date(shown ?? endOfGap(late, early, zone))
}

// Samoa had no 30 December 2011: a day that is skipped as a whole has no occurrences.
const exists = (date: LocalDate, zone: string): boolean =>
  localDate(instant(date, '00:00', zone), zone) === date

/**
 * The next time it is `time` in `zone`, strictly after `after`, and the day this occurrence belongs to.
 * Every day of the zone has exactly one. Where the clocks jump over `time` it is the first minute after;
 * late in the evening that is already the next day (Greenland, 23:30 in March): make occurrence keys of
 * `date`, not of `at`.
 */
export const nextOccurrence = (time: LocalTime, zone: string, after: Date): { date: LocalDate; at: Date } => {
  let date = localDate(after, zone)
  let at = instant(date, time, zone)
  while (at <= after || !exists(date, zone)) {
    date = addDays(date, 1)
    at = instant(date, time, zone)
  }
  return { date, at }
}
