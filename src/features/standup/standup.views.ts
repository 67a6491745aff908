/** What the digest shows, read from the features below it each time it is sent or redrawn. */
import { knowsYearIn } from '../../kit/calendar.js'
import type { Reading } from '../../kit/context.js'
import { formatId } from '../../kit/ids.js'
import type { Db } from '../../kit/store.js'
import { addDays, daysBetween, type LocalDate, lengthInDays, localDate } from '../../kit/time.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { openSteps } from '../approval/index.js'
import { calendarOf } from '../calendar/index.js'
import { type Campaign, campaignById, phaseOn } from '../campaign/index.js'
import { alarms } from '../kpi/index.js'
import { peopleByIds } from '../people/index.js'
import { reportsOf } from '../report/index.js'
import { tasksOf } from '../task/index.js'
import { type DigestState, digestCard } from './standup.cards.js'
import { dayOf, reportNotice } from './standup.js'
import type { Decision } from './standup.lines.js'

/** Null for a day that is over: the digest of that day stays as it was. */
const load = async ({ db, at }: Reading, args: Record<string, string>): Promise<DigestState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  const date = args.date ?? ''
  if (!campaign || localDate(at, campaign.zone) !== date) return null
  const { id, name, launchOn } = campaign
  const tasks = await tasksOf(db, id)
  const steps = await openSteps(db, id)
  const people = await peopleByIds(db, [
    ...tasks.map(({ ownerId }) => ownerId),
    ...steps.map(({ signerId }) => signerId),
  ])
  const names = Object.fromEntries(people.map((person) => [person.id, person.name]))
  return {
    campaign: { id, name },
    date,
    phase: phaseNow(campaign, date),
    toLaunch: daysBetween(date, launchOn),
    day: dayOf(tasks, date),
    names,
    alarms: (await alarms(db, id)).map(({ kpi, value, state }) => ({ name: kpi.name, value, state })),
    decisions: steps.map((step) => decisionOf(step, names)),
    reports: await reportsDue(db, id, date),
    yearKnown: knowsYearIn(await calendarOf(db, campaign.organisation), Number(date.slice(0, 4))),
    lateBy: Number(args.late ?? 0),
  }
}

const phaseNow = (campaign: Campaign, date: LocalDate): DigestState['phase'] => {
  const phase = phaseOn(campaign, date)
  return (
    phase && {
      label: phase.label,
      day: lengthInDays(phase.fromOn, date),
      total: lengthInDays(phase.fromOn, phase.toOn),
    }
  )
}

const decisionOf = (
  step: Awaited<ReturnType<typeof openSteps>>[number],
  names: DigestState['names'],
): Decision => {
  const { approval, role, signerId, since } = step
  const signer = { id: signerId, name: names[signerId] ?? signerId }
  return {
    ref: formatId('A', approval.id),
    subject: approval.subject,
    revision: approval.revision,
    role,
    signer,
    since,
  }
}

const reportsDue = async (db: Db, id: number, date: LocalDate): Promise<DigestState['reports']> =>
  (await reportsOf(db, id))
    .filter(({ deliveredAt, dueOn }) => deliveredAt === null && dueOn <= addDays(date, reportNotice))
    .map(({ document, dueOn }) => ({ document, dueOn }))

export const views: Record<string, View> = { 'standup.digest': defineView({ load, draw: digestCard }) }

/** The digest of `campaign` on `date`; everything that changes in the campaign redraws it. */
export const digestView = (
  campaign: number,
  date: LocalDate,
  late = 0,
): ViewRef & { subjects: string[] } => ({
  view: 'standup.digest',
  args: { campaign: String(campaign), date, ...(late > 0 && { late: String(late) }) },
  subjects: [`campaign:${campaign}`],
})
