/** 09:00: administrators hear, once a year, that the holidays of the next one are not known while it is near. */
import { knowsYear } from '../../../kit/calendar.js'
import type { Context } from '../../../kit/context.js'
import type { Schedule } from '../../../kit/schedule.js'
import type { Db } from '../../../kit/store.js'
import type { LocalDate } from '../../../kit/time.js'
import { calendarOf, holdCalendar, updateCalendar, warnedOf } from '../../calendar/index.js'
import { campaignById } from '../../campaign/index.js'
import { holders } from '../../people/index.js'
import { sureIn, unknownYears } from '../checks.js'

const hour = 3_600_000

export const missingYear: Schedule = {
  name: 'doctor.missing-year',
  at: '09:00',
  graceMs: 12 * hour,
  quiet: true,
  async applies({ db }, id, date) {
    // Most days of the year nothing has to be read for this.
    if (unknownYears(date, [], knowsYear).length === 0) return false
    const campaign = await campaignById(db, id)
    return campaign?.status === 'active' && (await untold(db, campaign.organisation, date)) !== null
  },
  async run(ctx, { date }) {
    const year = await untold(ctx.db, ctx.organisation, date)
    if (year === null) return
    await holdCalendar(ctx.db, ctx.organisation)
    await updateCalendar(ctx.db, ctx.organisation, { warnedOf: year })
    await warn(ctx, year)
  },
}

/** The year that is near and unknown, unless it was told of. */
const untold = async (db: Db, organisation: string, date: LocalDate): Promise<number | null> => {
  const [year] = unknownYears(date, [], sureIn(await calendarOf(db, organisation)))
  return year !== undefined && (await warnedOf(db, organisation)) < year ? year : null
}

const warn = async (ctx: Context, year: number): Promise<void> => {
  const { organisation } = ctx
  for (const { id } of await holders(ctx.db, 'admin')) {
    await ctx.tell(
      { person: id },
      { view: 'doctor.missing-year', args: { year: String(year), organisation } },
      {
        replaces: `missing-year:${year}`,
        subjects: [`calendar:${organisation}`],
        because: 'calendar.missing',
      },
    )
  }
}
