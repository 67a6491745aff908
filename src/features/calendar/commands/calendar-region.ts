/** `calendar region`: where the organisation works, which decides its weekend and whether mainland holidays hold. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { languages } from '../../../kit/translate.js'
import { regionCalled, weekendCalled, weekendOf } from '../calendar.js'
import { updateCalendar } from '../calendar.repo.js'
import { calendarView } from '../calendar.views.js'
import { changeCalendar, todayOf } from '../change.js'
import { weekdayNames, weekdayWords } from '../words.js'

export const calendarRegion = defineCommand({
  name: 'calendar-region',
  args: z.object({ region: word(60), weekend: word(60).optional() }),
  may: 'process',
  async run(ctx, { region: given, weekend: days }) {
    const region = regionCalled(given, languages)
    if (region === null) throw new UserError('calendar.error.region', { given }, { field: 'region' })
    const weekend = days === undefined ? [...weekendOf(region)] : weekendIn(ctx, days)
    await changeCalendar(ctx, async (before) => {
      await updateCalendar(ctx.db, ctx.organisation, { region, weekend })
      return {
        action: 'calendar.region',
        before: { region: before.region, weekend: weekdayNames(ctx.t, before.weekend) },
        after: { region, weekend: weekdayNames(ctx.t, weekend) },
      }
    })
    return calendarView({ organisation: ctx.organisation, today: todayOf(ctx), keeps: true })
  },
})

/** @throws UserError when a day of the week is unknown, or none would be worked */
const weekendIn = ({ t }: Context, given: string): number[] => {
  const weekend = weekendCalled(given, weekdayWords(t))
  if (weekend === null) throw new UserError('calendar.error.weekend', { given }, { field: 'weekend' })
  return weekend
}
