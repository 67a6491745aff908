/** `calendar clear`: days that are again what holidays and weekends make of them. */
import { z } from 'zod'
import { day } from '../../../kit/args.js'
import { daysIn } from '../../../kit/calendar.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { calendarOf, house, ownDays, removeDays } from '../calendar.repo.js'
import { calendarView } from '../calendar.views.js'
import { changeCalendar, type Span, spanIn, todayOf } from '../change.js'

export const calendarClear = defineCommand({
  name: 'calendar-clear',
  args: z.object({ days: day() }),
  may: 'calendar',
  async run(ctx, { days: given }) {
    const { organisation } = ctx
    const span = spanIn(ctx, given)
    let cleared = 0
    await changeCalendar(ctx, async () => {
      const days = await decided(ctx, span)
      cleared = days.length
      await removeDays(
        ctx.db,
        organisation,
        days.map(({ date }) => date),
      )
      return { action: 'calendar.clear', before: { days: days.map(({ date }) => date).join(', ') } }
    })
    return calendarView({
      ...{ organisation, today: todayOf(ctx), month: span.from.slice(0, 7) },
      ...{ keeps: true, cleared },
    })
  },
})

/** What was decided from chat. @throws UserError when nothing was; days of the file are changed there */
const decided = async ({ db, organisation }: Context, { from, to }: Span) => {
  const days = (await ownDays(db, organisation)).filter(({ date }) => from <= date && date <= to)
  if (days.length > 0) return days
  const shared = (await calendarOf(db, house)).own
  const inFile = daysIn(from, to).some((date) => shared.has(date))
  const key = inFile ? 'calendar.error.inFile' : 'calendar.error.nothing'
  throw new UserError(key, { days: from === to ? from : `${from} – ${to}` }, { field: 'days' })
}
