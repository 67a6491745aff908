/** Words that people type about calendars, in all languages at once: lists are shared across them. */
import { languages, type Translate } from '../../kit/translate.js'
import type { ListWords } from './lines.js'

const everywhere = (t: Translate, group: string, name: string): string[] =>
  languages.flatMap((language) => t.in(language).named(group, name).toLowerCase().split('|'))

/** What lists of days are read by. */
export const listWords = (t: Translate): ListWords => ({
  heading: everywhere(t, 'calendar.kindWords', 'heading'),
  off: everywhere(t, 'calendar.kindWords', 'off'),
  working: everywhere(t, 'calendar.kindWords', 'working'),
})

const week = [1, 2, 3, 4, 5, 6, 7] as const

/** What each day of the week may be called, Monday first. */
export const weekdayWords = (t: Translate): string[][] =>
  week.map((day) => everywhere(t, 'calendar.weekday', String(day)))

/** A day of the week as it is shown: `Mon`, `周一`. */
export const weekdayName = (t: Translate, day: number): string =>
  t.named('calendar.weekday', String(day)).split('|')[0] ?? ''

/** Days of the week in words: `Sat, Sun`. */
export const weekdayNames = (t: Translate, days: readonly number[]): string =>
  days.map((day) => weekdayName(t, day)).join(t.language === 'en' ? ', ' : '、')
