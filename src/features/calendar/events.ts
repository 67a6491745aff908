/** The news a calendar gives to the features above it, in the transaction of the work itself. */
import type { Calendar } from '../../kit/calendar.js'

declare module '../../kit/event.js' {
  interface Events {
    /** The organisation works on other days now: what was counted in working days falls due on another one. */
    'calendar.changed': { before: Calendar; calendar: Calendar }
  }
}
