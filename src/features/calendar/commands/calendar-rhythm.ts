/** `calendar rhythm`: whether stand-ups and reminders come every day or on working days only (O50). */
import { z } from 'zod'
import { choice } from '../../../kit/args.js'
import { rhythms } from '../../../kit/calendar.js'
import { defineCommand } from '../../../kit/command.js'
import { updateCalendar } from '../calendar.repo.js'
import { calendarView } from '../calendar.views.js'
import { changeCalendar, todayOf } from '../change.js'

export const calendarRhythm = defineCommand({
  name: 'calendar-rhythm',
  args: z.object({ phases: choice(['public', 'other']), rhythm: choice(rhythms) }),
  may: 'process',
  async run(ctx, { phases, rhythm }) {
    const column = phases === 'public' ? 'publicDays' : 'otherDays'
    await changeCalendar(ctx, async (before) => {
      await updateCalendar(ctx.db, ctx.organisation, { [column]: rhythm })
      return {
        action: 'calendar.rhythm',
        before: { [phases]: before[column] },
        after: { [phases]: rhythm },
      }
    })
    return calendarView({ organisation: ctx.organisation, today: todayOf(ctx), keeps: true })
  },
})
