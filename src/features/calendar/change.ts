/** How a calendar is changed: by one person at a time, recorded, and everything that was counted by it is told. */
import type { Calendar } from '../../kit/calendar.js'
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { holds } from '../../kit/rights.js'
import { daysBetween, type LocalDate, lengthInDays, localDate } from '../../kit/time.js'
import { longestRange, mostDays } from './calendar.js'
import { calendarOf, holdCalendar, ownDays } from './calendar.repo.js'
import type {} from './events.js'
import { spanCalled } from './lines.js'

/** Whether the actor may say on which days the organisation works. */
export const keeps = ({ actor }: Pick<Context, 'actor'>): boolean =>
  actor !== null && holds(actor.roles, 'calendar')

/** The day it is where the actor lives. */
export const todayOf = (ctx: Context): LocalDate => localDate(ctx.at, ctx.actor?.zone ?? ctx.defaults.zone)

export interface Span {
  from: LocalDate
  to: LocalDate
}

/** The day or days `given` names. @throws UserError beside `days` */
export const spanIn = (ctx: Context, given: string): Span => {
  const today = todayOf(ctx)
  const span = spanCalled(given, today)
  if (!span) throw new UserError('calendar.error.days', { given }, { field: 'days' })
  inReach(today, span, 'days')
  const days = lengthInDays(span.from, span.to)
  if (days <= longestRange) return span
  throw new UserError('calendar.error.long', { days, most: longestRange }, { field: 'days' })
}

const tenYears = 3660

/** @throws UserError for a slip of the year: nobody decides ten years ahead */
export const inReach = (today: LocalDate, { from, to }: Span, field: string): void => {
  const far = [from, to].find((date) => Math.abs(daysBetween(today, date)) > tenYears)
  if (far !== undefined) throw new UserError('calendar.error.far', { date: far }, { field })
}

interface Change {
  /** `noun.verb` of the audit log. */
  action: string
  before?: unknown
  after?: unknown
}

/** Makes the change while nobody else makes one, records it and says that the calendar is another one now. */
export const changeCalendar = async (
  ctx: Context,
  make: (before: Calendar) => Promise<Change>,
): Promise<Calendar> => {
  const { db, organisation } = ctx
  await holdCalendar(db, organisation)
  const before = await calendarOf(db, organisation)
  const change = await make(before)
  await ctx.record({ ...change, subject: 'calendar:' })
  await ctx.changed(`calendar:${organisation}`)
  const calendar = await calendarOf(db, organisation)
  await ctx.emit('calendar.changed', { before, calendar })
  return calendar
}

/** @throws UserError when the organisation has decided more days than anybody can look after */
export const mustFit = async (ctx: Context): Promise<void> => {
  const { length } = await ownDays(ctx.db, ctx.organisation)
  if (length > mostDays) throw new UserError('calendar.error.full', { most: mostDays })
}
