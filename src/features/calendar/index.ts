/** The working calendar: holidays, weekends by region, and the days a company decides itself. */
import type { Feature } from '../../kit/feature.js'
import { samples } from './calendar.samples.js'
import { views } from './calendar.views.js'
import { calendar as show } from './commands/calendar.js'
import { calendarClear } from './commands/calendar-clear.js'
import { calendarImport } from './commands/calendar-import.js'
import { calendarRegion } from './commands/calendar-region.js'
import { calendarRhythm } from './commands/calendar-rhythm.js'
import { calendarSet } from './commands/calendar-set.js'

export const calendar: Feature = {
  name: 'calendar',
  commands: [show, calendarSet, calendarClear, calendarImport, calendarRegion, calendarRhythm],
  views,
  samples,
}

export { calendarOf, holdCalendar, updateCalendar, warnedOf } from './calendar.repo.js'
export type {} from './events.js'
export { keepShared } from './shared.js'
export { weekdayNames } from './words.js'
