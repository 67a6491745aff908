/** `calendar set`: a day or a range that the company works or rests, whatever the holidays say. */
import { z } from 'zod'
import { choice, day, word } from '../../../kit/args.js'
import { daysIn } from '../../../kit/calendar.js'
import { defineCommand } from '../../../kit/command.js'
import { kinds, longestName, ownIn } from '../calendar.js'
import { setDays } from '../calendar.repo.js'
import { calendarView } from '../calendar.views.js'
import { changeCalendar, mustFit, spanIn, todayOf } from '../change.js'

export const calendarSet = defineCommand({
  name: 'calendar-set',
  args: z.object({ days: day(), kind: choice(kinds), name: word(longestName) }),
  may: 'calendar',
  async run(ctx, { days: given, kind, name }) {
    const { from, to } = spanIn(ctx, given)
    const days = daysIn(from, to).map((date) => ({ date, kind, name }))
    await changeCalendar(ctx, async (before) => {
      await setDays(ctx.db, ctx.organisation, days)
      await mustFit(ctx)
      const then = ownIn(before, from, to).map((date) => [date, before.own.get(date)?.name].join(' '))
      const after = { days: from === to ? from : `${from} – ${to}`, kind, name }
      return { action: 'calendar.set', before: { days: then.join(', ') }, after }
    })
    const { organisation } = ctx
    return calendarView({
      ...{ organisation, today: todayOf(ctx), month: from.slice(0, 7) },
      ...{ keeps: true, kept: days.length },
    })
  },
})
