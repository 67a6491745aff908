/** How a calendar looks: weeks as a table, the days that are not usual by their names, the rules below. */
import {
  type Calendar,
  countWorkingDays,
  dayKind,
  daysIn,
  firstKnownYear,
  knowsYearIn,
  lastKnownYear,
  type OwnDay,
} from '../../kit/calendar.js'
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  fields,
  list,
  note,
  table,
  text,
} from '../../kit/card.js'
import { cut, type Text } from '../../kit/text.js'
import { addDays, type LocalDate, lengthInDays, weekday } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { addMonths, mondayOf, regionName, sundayOf } from './calendar.js'
import { type Run, runsIn } from './runs.js'
import { weekdayName, weekdayNames } from './words.js'

export interface CalendarState {
  today: LocalDate
  /** `YYYY-MM`; null shows the next weeks. */
  month: string | null
  /** The month, or today and the weeks that follow: whole weeks are shown, these days are counted. */
  from: LocalDate
  to: LocalDate
  calendar: Calendar
  /** Days of all organisations: nobody takes them back from chat. */
  shared: ReadonlyMap<LocalDate, OwnDay>
  /** Whether the viewer may change it. */
  keeps: boolean
  /** What was just done. */
  said: { kept: number } | { cleared: number } | null
}

/** A phone shows no more at a time. */
const mostLines = 20
const shownName = 60

export const calendarCard =
  (state: CalendarState) =>
  (t: Translate): Card =>
    card(
      state.month === null
        ? t('calendar.title', { from: state.from, to: state.to })
        : t('calendar.monthTitle', { month: state.month }),
      [
        said(t, state),
        weeks(t, state),
        ...namedDays(t, state),
        rules(t, state),
        ...notes(t, state),
        actions(...buttons(t, state)),
      ],
      state.said ? 'good' : 'plain',
    )

const said = (t: Translate, { said: done }: CalendarState): Block | null => {
  if (done === null) return null
  return text(
    'kept' in done
      ? t('calendar.kept', { count: done.kept })
      : t('calendar.cleared', { count: done.cleared }),
  )
}

const daysOfWeek = [1, 2, 3, 4, 5, 6, 7]

/** A row a week, named by its Monday. */
const weeks = (t: Translate, { from, to, calendar, today }: CalendarState): Block => {
  const mondays = daysIn(mondayOf(from), to).filter((date) => weekday(date) === 1)
  const row = (monday: LocalDate): Text[] => [
    monday.slice(5),
    ...daysOfWeek.map((day) => cell(t, addDays(monday, day - 1), calendar, today)),
  ]
  const columns = daysOfWeek.map((day) => weekdayName(t, day))
  return table([t('calendar.week'), ...columns], mondays.map(row))
}

/** The number of the day (`10/1` begins a month), and whether it is off or, on a usual day of rest, worked. */
const cell = (t: Translate, date: LocalDate, calendar: Calendar, today: LocalDate): Text => {
  const works = dayKind(date, calendar).endsWith('working')
  const mark = works
    ? calendar.weekend.includes(weekday(date)) && t('calendar.mark.working')
    : t('calendar.mark.off')
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))]
  const words = [day === 1 ? `${month}/1` : String(day), ...(mark ? [mark] : [])].join(' ')
  return date === today ? [{ bold: words }] : words
}

/** Holidays, make-up days and own days, days in a row with one name on one line. */
const namedDays = (t: Translate, state: CalendarState): (Block | null)[] => {
  const runs = runsIn(state.calendar, mondayOf(state.from), sundayOf(state.to))
  const more = runs.length - mostLines
  const lines = runs
    .slice(0, mostLines)
    .map((run) => ({ text: runLine(t, run), buttons: mayClear(state, run) ? [clear(t, run)] : [] }))
  return [lines.length > 0 ? list(lines) : null, more > 0 ? note(t('calendar.more', { count: more })) : null]
}

const runLine = (t: Translate, { from, to, kind, name, own }: Run): Text => {
  const dates = from === to ? `${from} ${weekdayName(t, weekday(from))}` : `${from} – ${to}`
  if (own) {
    const words = t.named('calendar.kind', kind)
    return t('calendar.line.own', { dates, name: cut(name, shownName), kind: words })
  }
  return t(`calendar.line.${kind}`, { dates, name: t.named('calendar.holiday', name) })
}

const mayClear = ({ keeps, shared }: CalendarState, { from, own }: Run): boolean =>
  keeps && own && !shared.has(from)

const clear = (t: Translate, { from, to }: Run) =>
  button(t('calendar.button.clear'), 'calendar-clear', { days: from === to ? from : `${from}~${to}` })

const rules = (t: Translate, { from, to, calendar }: CalendarState): Block => {
  const years = { from: firstKnownYear(), to: lastKnownYear() }
  const region = `${regionName(calendar.region, t.language)} (${calendar.region})`
  const { publicDays, otherDays } = calendar
  return fields([
    [
      t('calendar.field.working'),
      t('calendar.days', { count: countWorkingDays(from, to, calendar), total: lengthInDays(from, to) }),
    ],
    [t('calendar.field.region'), region],
    [t('calendar.field.weekend'), weekdayNames(t, calendar.weekend)],
    [
      t('calendar.field.known'),
      calendar.region === 'CN' ? t('calendar.known', years) : t('calendar.noTable', { region }),
    ],
    [t('calendar.field.publicDays'), t.named('calendar.rhythm', publicDays)],
    [t('calendar.field.otherDays'), t.named('calendar.rhythm', otherDays)],
  ])
}

const notes = (t: Translate, { from, to, calendar }: CalendarState): Block[] => {
  const years = [...new Set([from, to].map((date) => Number(date.slice(0, 4))))]
  return years
    .filter((year) => !knowsYearIn(calendar, year))
    .map((year) => {
      const days = daysOfWeek.filter((day) => !calendar.weekend.includes(day))
      return note(t('calendar.assumed', { year: String(year), days: weekdayNames(t, days) }))
    })
}

const buttons = (t: Translate, { month, today, keeps }: CalendarState) => {
  const shown = month ?? today.slice(0, 7)
  const [before, after] = [addMonths(shown, -1), addMonths(shown, month === null ? 0 : 1)]
  const show = (one: string) => button(one, 'calendar', { month: one })
  return [
    show(before),
    show(after),
    ...(keeps
      ? [
          button(t('calendar.button.set'), 'calendar-set'),
          button(t('calendar.button.import'), 'calendar-import'),
        ]
      : []),
  ]
}
