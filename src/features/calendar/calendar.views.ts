/** What calendar cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { addDays, type LocalDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { type CalendarState, calendarCard } from './calendar.cards.js'
import { daysOfMonth, mondayOf, weeksAhead } from './calendar.js'
import { calendarOf, house } from './calendar.repo.js'

type Args = Record<string, string>

const load = async ({ db }: Reading, args: Args): Promise<CalendarState> => {
  const { organisation = '', today = '', month = '', keeps, kept = '', cleared = '' } = args
  const asked = month === '' ? weeksFrom(today) : daysOfMonth(month)
  const calendar = await calendarOf(db, organisation)
  const shared = (await calendarOf(db, house)).own
  return {
    ...{ today, calendar, shared, month: month === '' ? null : month, keeps: keeps === 'true' },
    ...asked,
    said: kept === '' ? (cleared === '' ? null : { cleared: Number(cleared) }) : { kept: Number(kept) },
  }
}

const weeksFrom = (today: LocalDate) => ({ from: today, to: addDays(mondayOf(today), 7 * weeksAhead - 1) })

export const views: Record<string, View> = { 'calendar.month': defineView({ load, draw: calendarCard }) }

interface Asked {
  organisation: string
  today: LocalDate
  /** `YYYY-MM`; without it the next weeks. */
  month?: string
  keeps: boolean
  /** How many days have just been set or taken back. */
  kept?: number
  cleared?: number
}

/** A month or the next weeks, for whoever asks; it stays alive. */
export const calendarView = ({ organisation, today, month, keeps, kept, cleared }: Asked) =>
  ({
    view: 'calendar.month',
    args: {
      ...{ organisation, today, keeps: String(keeps) },
      ...(month !== undefined && { month }),
      ...(kept !== undefined && { kept: String(kept) }),
      ...(cleared !== undefined && { cleared: String(cleared) }),
    },
    subjects: [`calendar:${organisation}`],
  }) satisfies ViewRef & { subjects: string[] }
