/** 09:30: whoever has to act on something overdue, due today or due soon hears of it; the channel hears of what is overdue (F45). */
import type { Calendar } from '../../../kit/calendar.js'
import type { Context } from '../../../kit/context.js'
import type { Occasion, Schedule } from '../../../kit/schedule.js'
import { addDays, type LocalDate } from '../../../kit/time.js'
import { calendarOf } from '../../calendar/index.js'
import { type Campaign, campaignById, worksOn } from '../../campaign/index.js'
import { actsOn, peopleOf } from '../inform.js'
import { isLate } from '../task.js'
import { openTasksUntil } from '../task.repo.js'

const hour = 3_600_000

export const due: Schedule = {
  name: 'task.due',
  at: '09:30',
  // Later than this the day's work is planned and the digest says the same.
  graceMs: 4 * hour,
  async applies({ db }, id, date) {
    const campaign = await campaignById(db, id)
    if (campaign?.status !== 'active') return false
    const calendar = await calendarOf(db, campaign.organisation)
    if (!worksOn(campaign, date, calendar)) return false
    return (await openTasksUntil(db, id, soonUntil(campaign, date, calendar))).length > 0
  },
  async run(ctx, { campaign: id, date }) {
    const campaign = await campaignById(ctx.db, id)
    if (!campaign) return
    const calendar = await calendarOf(ctx.db, campaign.organisation)
    const tasks = await openTasksUntil(ctx.db, id, soonUntil(campaign, date, calendar))
    const people = await peopleOf(ctx.db, tasks)
    const hearers = new Set(tasks.map((task) => actsOn(people, task, campaign)))
    for (const person of hearers) await remind(ctx, { campaign: id, date }, person)
    if (tasks.some((task) => isLate(task, date))) await nameOverdue(ctx, { campaign: id, date })
  },
}

/** What is due by then is due soon: the next day on which there will be a reminder; days off lie between. */
export const soonUntil = (campaign: Campaign, date: LocalDate, calendar: Calendar): LocalDate => {
  const next = addDays(date, 1)
  return worksOn(campaign, next, calendar) ? next : soonUntil(campaign, next, calendar)
}

type Day = Pick<Occasion, 'campaign' | 'date'>

const remind = (ctx: Context, { campaign, date }: Day, person: string) =>
  ctx.tell(
    { person },
    { view: 'task.due', args: { campaign: String(campaign), date, person } },
    { replaces: `task.due:${campaign}:${date}`, subjects: [`tasks-of:${person}`], because: 'task.due' },
  )

const nameOverdue = (ctx: Context, { campaign, date }: Day) =>
  ctx.tell(
    { campaign },
    { view: 'task.overdue', args: { campaign: String(campaign), date } },
    {
      replaces: `task.overdue:${campaign}:${date}`,
      subjects: [`campaign:${campaign}`],
      because: 'task.overdue',
    },
  )
