/** Reads the dates, ranges, moments and durations that people type, in Chinese and in English. */
import { addDays, daysBetween, instant, isLocalDate, isLocalTime, type LocalDate, localDate } from './time.js'

interface TypedDay {
  year?: number
  month: number
  day: number
}

/** Days. A range with one year left out may cross the year end if it is shorter; else the typist slipped. */
const HALF_YEAR = 184

/** From two days ago to in two days. */
const words = [['前天'], ['昨天', 'yesterday'], ['今天', 'today'], ['明天', 'tomorrow'], ['后天', '後天']]

const shapes = [
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?:(?<year>\d{4}) ?年 ?)?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号號]?$/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
]

// NFKC turns full-width digits, signs and spaces into plain ones.
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll('\u2212', '-')

const daysFromToday = (text: string): number | undefined => {
  const word = words.findIndex((names) => names.includes(text))
  if (word >= 0) return word - 2
  const shift = /^([+-]\d{1,4}) ?[d天日]$/.exec(text) ?? /^(\d{1,4}) ?[天日][以之]?[后後]$/.exec(text)
  return shift ? Number(shift[1]) : undefined
}

const readDay = (text: string, today: LocalDate): TypedDay | null => {
  const shift = daysFromToday(text)
  if (shift !== undefined) return readDay(addDays(today, shift), today)
  const groups = shapes.map((shape) => shape.exec(text)?.groups).find(Boolean)
  if (!groups) return null
  const { year, month, day } = groups
  return { ...(year && { year: Number(year) }), month: Number(month), day: Number(day) }
}

const inYear = (year: number, { month, day }: TypedDay): LocalDate | null => {
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  return isLocalDate(date) ? date : null
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

/** Without a year: of last, this and next year's the date nearest to `anchor`; of two as near the later. */
const resolve = (day: TypedDay, anchor: LocalDate): LocalDate | null => {
  if (day.year !== undefined) return inYear(day.year, day)
  const dates = [1, 0, -1].flatMap((shift) => inYear(yearOf(anchor) + shift, day) ?? [])
  const distance = (date: LocalDate) => Math.abs(daysBetween(anchor, date))
  return dates.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/**
 * The date people mean by `text`, or null. Reads 2024-06-01, 2024/6/1, 2024.6.1, 20240601, 2024年6月1日, 6.1,
 * 6-1, 6/1, 6月1号, 今天, tomorrow, +3d, 3天后, also in full width. A year left out is the one (last, this or
 * next) that makes the date nearest to `today`; a date that does not exist is null.
 */
export const parseDate = (text: string, today: LocalDate): LocalDate | null => {
  const day = readDay(plain(text), today)
  return day && resolve(day, today)
}

/** The other end of a range: not before (`side` 1) or not after (`side` -1) the `end` already known. */
const resolveOther = (day: TypedDay, end: LocalDate, side: 1 | -1): LocalDate | null => {
  const same = inYear(day.year ?? yearOf(end), day)
  if (same !== null && daysBetween(end, same) * side >= 0) return same
  const across = day.year === undefined ? inYear(yearOf(end) + side, day) : null
  return across !== null && daysBetween(end, across) * side < HALF_YEAR ? across : null
}

const readRange = (left: string, right: string, today: LocalDate) => {
  const last = /^\d{1,2} ?[日号號]$/.test(right) ? left.replace(/月.*/, '月') + right : right
  const [start, end] = [readDay(left, today), readDay(last, today)]
  if (!start || !end) return null
  const until = end.year === undefined ? null : resolve(end, today)
  const from = until ? resolveOther(start, until, -1) : resolve(start, today)
  const to = from && resolveOther(end, from, 1)
  return from && to ? { from, to } : null
}

/**
 * Two dates joined by ~, -, –, 至, 到 or "to": 2024-06-08~06-14, 2024-05-01-05-10, 6.1-6.10, 6月1日至10日. The
 * second year may be left out, also across the year end (12.28-1.3), or the first; with both left out the
 * first date is read as in `parseDate`. Null when a date is missing or the end comes before the start:
 * 6.10-6.1 is a slip, not a year. Both ends belong to the range (O47).
 */
export const parseRange = (text: string, today: LocalDate): { from: LocalDate; to: LocalDate } | null => {
  const line = plain(text)
  // A hyphen also stands inside dates, so each is tried; at most one leaves a date on both sides.
  for (const joint of line.matchAll(/ *(?:[~〜]|[–—]+|至|到|-) *| +to +/g)) {
    const range = readRange(line.slice(0, joint.index), line.slice(joint.index + joint[0].length), today)
    if (range) return range
  }
  return null
}

/**
 * An instant: ISO with an offset; or on the clocks of `zone` a date as in `parseDate` (meaning 00:00), a date
 * with HH:mm[:ss], or HH:mm[:ss] alone (today). 24:00 is the end of the day. Null when it is none of these.
 */
export const parseMoment = (text: string, zone: string, now: Date): Date | null => {
  const line = plain(text)
  const iso =
    /^(\d{4}-\d\d-\d\d)t((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(z|[+-]\d\d:?[0-5]\d)$/.exec(line)
  if (iso) {
    const [, date = '', time = '', shift = ''] = iso
    const at = new Date(`${date}T${time}${shift.replace(/(\d\d):?(\d\d)/, '$1:$2').toUpperCase()}`)
    return isLocalDate(date) && !Number.isNaN(at.getTime()) ? at : null
  }
  const clock = /(?:^|[ t]+|(?<=\D))(\d{1,2}:\d\d)(?:(?<!24:00):([0-5]\d))?$/.exec(line)
  const today = localDate(now, zone)
  const day = clock ? line.slice(0, clock.index) : line
  const date = clock && day === '' ? today : parseDate(day, today)
  const time = clock?.[1]?.padStart(5, '0') ?? '00:00'
  if (date === null || !isLocalTime(time)) return null
  return new Date(instant(date, time, zone).getTime() + Number(clock?.[2] ?? 0) * 1000)
}

const units: readonly (readonly [names: string, milliseconds: number])[] = [
  ['w|weeks?|周|週|[个個]?星期', 604_800_000],
  ['d|days?|天|日', 86_400_000],
  ['h|hrs?|hours?|[个個]?小[时時]', 3_600_000],
  ['m|mins?|minutes?|分[钟鐘]?', 60_000],
  ['s|secs?|seconds?|秒[钟鐘]?', 1000],
]

const spans = new RegExp(
  `^${units.map(([names]) => `(?:(\\d{1,6}(?:\\.\\d{1,3})?) ?(?:${names}) ?)?`).join('')}$`,
)

/** Milliseconds: 2d 3h, 90m, 1w, 1.5h, 2天3小时, 30分钟, 45s; larger units first. Null for anything else. */
export const parseDuration = (text: string): number | null => {
  const counts = spans.exec(plain(text))?.slice(1) ?? []
  if (counts.every((count) => count === undefined)) return null
  return Math.round(units.reduce((sum, [, unit], i) => sum + Number(counts[i] ?? 0) * unit, 0))
}
