/** Instants as a person reads and writes them in their own zone and language. */
import type { Language } from '../../../kit/translate.js'

export interface Place {
  language: Language
  /** IANA zone */
  zone: string
}

const made = new Map<string, Intl.DateTimeFormat>()

/** Formatters are slow to make and every message needs some. */
const formatter = (language: string, options: Intl.DateTimeFormatOptions) => {
  const key = language + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(language, options)
  made.set(key, known)
  return known
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const date = { month: 'long', day: 'numeric' } as const

/** `09:30` */
export const clockTime = (at: Date, { language, zone }: Place) =>
  formatter(language, { ...clock, timeZone: zone }).format(at)

/** `09:30:05` */
export const clockSeconds = (at: Date, { language, zone }: Place) =>
  formatter(language, { ...clock, second: '2-digit', timeZone: zone }).format(at)

/** `6月16日` */
export const shortDate = (at: Date, { language, zone }: Place) =>
  formatter(language, { ...date, timeZone: zone }).format(at)

/** `2024年6月16日星期日` */
export const fullDate = (at: Date, { language, zone }: Place) =>
  formatter(language, { ...date, year: 'numeric', weekday: 'long', timeZone: zone }).format(at)

/** The whole instant, for tooltips and screen readers. */
export const fullTime = (at: Date, place: Place) => `${fullDate(at, place)} ${clockTime(at, place)}`

/** `2024-06-16`: the same for all instants of one local day. */
export const dayKey = (at: Date, zone: string) =>
  formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(at)

const day = 86_400_000
const named = { '0': 'page.time.today', '-1': 'page.time.yesterday', '1': 'page.time.tomorrow' } as const

/** The day's own word if it is near `now`: the key of "today", "yesterday" or "tomorrow". */
export const nearDay = (at: Date, now: Date, zone: string) => {
  const apart = (Date.parse(dayKey(at, zone)) - Date.parse(dayKey(now, zone))) / day
  return named[String(apart) as keyof typeof named] ?? null
}

/** `2024-06-16T09:30`, as date-time fields want it. */
export const wallTime = (at: Date, zone: string) =>
  `${dayKey(at, zone)}T${formatter('sv-SE', { ...clock, timeZone: zone }).format(at)}`

/** When clocks in `zone` show `wall`; an hour that daylight saving skips becomes the next one. */
export const instantOf = (wall: string, zone: string): Date => {
  const shown = Date.parse(`${wall}Z`)
  const offsetAt = (at: number) =>
    Date.parse(`${wallTime(new Date(at), zone)}Z`) - Math.floor(at / 60_000) * 60_000
  const guess = shown - offsetAt(shown)
  return new Date(shown - offsetAt(guess))
}

const units = [
  ['day', day],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** "in 3 hours" */
export const fromNow = (at: Date, now: Date, language: Language) => {
  const distance = Math.round((at.getTime() - now.getTime()) / 60_000) * 60_000
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? units[2]
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(distance / size), unit)
}
