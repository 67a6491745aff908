/** When people may be reminded: in the hours of their working days, where they are. */
import { addWorkingDays, type Calendar, isWorkingDay } from './calendar.js'
import { instant, type LocalTime, localDate, localTime } from './time.js'

/** A usual working day; nobody is reminded before or after. */
export const workingHours: { from: LocalTime; to: LocalTime } = { from: '09:00', to: '18:00' }

/** `at` when it lies in working hours in `zone`, else the next moment at which they begin. */
export const workingMoment = (at: Date, zone: string, calendar: Calendar): Date => {
  const [date, time] = [localDate(at, zone), localTime(at, zone)]
  const works = isWorkingDay(date, calendar)
  if (works && time >= workingHours.from && time < workingHours.to) return at
  const day = works && time < workingHours.from ? date : addWorkingDays(date, 1, calendar)
  return instant(day, workingHours.from, zone)
}
