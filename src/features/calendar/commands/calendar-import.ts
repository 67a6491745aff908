/** `calendar import`: many days at once, a line each; with one bad line nothing is kept. */
import { z } from 'zod'
import { long } from '../../../kit/args.js'
import { daysIn } from '../../../kit/calendar.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut, plainText } from '../../../kit/text.js'
import { setDays } from '../calendar.repo.js'
import { calendarView } from '../calendar.views.js'
import { changeCalendar, inReach, mustFit, todayOf } from '../change.js'
import { type Entry, type Fault, readLines } from '../lines.js'
import { listWords } from '../words.js'

export const calendarImport = defineCommand({
  name: 'calendar-import',
  args: z.object({ lines: long(40_000) }),
  may: 'calendar',
  async run(ctx, { lines }) {
    const entries = entriesIn(ctx, lines)
    const days = entries.flatMap(({ from, to, kind, name }) =>
      daysIn(from, to).map((date) => ({ date, kind, name })),
    )
    await changeCalendar(ctx, async () => {
      await setDays(ctx.db, ctx.organisation, days)
      await mustFit(ctx)
      const all = entries.map(({ from, to, kind, name }) => `${from}~${to} ${kind} ${name}`)
      return { action: 'calendar.import', after: { days: cut(all.join('; '), 2000) } }
    })
    const first = days.map(({ date }) => date).sort()[0] ?? ''
    return calendarView({
      ...{ organisation: ctx.organisation, today: todayOf(ctx), month: first.slice(0, 7) },
      ...{ keeps: true, kept: days.length },
    })
  },
})

/** How many bad lines are named. */
const named = 5

/** @throws UserError that names the lines at fault by their number */
const entriesIn = (ctx: Context, lines: string): Entry[] => {
  const { entries, faults } = readLines(lines, listWords(ctx.t))
  if (faults.length > 0) throw badLines(ctx, faults)
  if (entries.length === 0) throw new UserError('calendar.error.noLines', {}, { field: 'lines' })
  for (const entry of entries) inReach(todayOf(ctx), entry, 'lines')
  return entries
}

const badLines = ({ t }: Context, faults: readonly Fault[]): UserError => {
  const words = faults
    .slice(0, named)
    .map(({ line, flaw, given }) =>
      plainText(t(`calendar.flaw.${flaw}`, { line: String(line), given: cut(given, 60) })),
    )
  const more = Math.max(0, faults.length - named)
  return new UserError('calendar.error.lines', { faults: words.join('; '), more }, { field: 'lines' })
}
