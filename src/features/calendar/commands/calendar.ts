/** `calendar`: the next weeks or a month, with holidays, make-up days and own days. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { monthCalled } from '../calendar.js'
import { calendarView } from '../calendar.views.js'
import { keeps, todayOf } from '../change.js'

export const calendar = defineCommand({
  name: 'calendar',
  args: z.object({ month: word(20).optional() }),
  may: 'read',
  run: async (ctx, { month: given }) => {
    const today = todayOf(ctx)
    const asked = { organisation: ctx.organisation, today, keeps: keeps(ctx) }
    if (given === undefined) return calendarView(asked)
    const month = monthCalled(given, today)
    if (month === null) throw new UserError('calendar.error.month', { given }, { field: 'month' })
    return calendarView({ ...asked, month })
  },
})
