/** What happens when nobody answers: a reminder, an escalation, and in the end the document goes back (F27, D8). */
import type { Calendar } from '../../kit/calendar.js'
import type { Context } from '../../kit/context.js'
import { workingMoment } from '../../kit/hours.js'
import type { Db } from '../../kit/store.js'
import { calendarOf } from '../calendar/index.js'
import { campaignById } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { askedSince, type Step } from './approval.js'
import type { Approval } from './approval.repo.js'

export const deadlines = ['remind', 'escalate', 'expire'] as const
export type Deadline = (typeof deadlines)[number]

const hour = 3_600_000
/** Milliseconds from being asked; each falls into the signer's next working hours (F27: 24 and 48 hours; O6). */
export const patience: Readonly<Record<Deadline, number>> = {
  remind: 24 * hour,
  escalate: 48 * hour,
  expire: 168 * hour,
}

/** When a step that was asked at `since` comes to `deadline`, in the working time of its signer. */
export const deadlineAt = (deadline: Deadline, since: Date, zone: string, calendar: Calendar): Date =>
  workingMoment(new Date(since.getTime() + patience[deadline]), zone, calendar)

/** Subject of the timers of a step. */
const timed = ({ id }: Pick<Step, 'id'>): string => `approval-step:${id}`
/** The step that a timer is about. */
export const stepOf = (subject: string): number => Number(subject.slice(subject.indexOf(':') + 1))

type Signed = Pick<Step, 'signerId'>

/** The time zones of the signers of `steps`, and the calendar of their campaign. */
export const clocksOf = async (db: Db, approval: Pick<Approval, 'campaignId'>, steps: readonly Signed[]) => {
  const campaign = await campaignById(db, approval.campaignId)
  const signers = await peopleByIds(
    db,
    steps.map(({ signerId }) => signerId),
  )
  const zones = new Map(signers.map(({ id, zone }) => [id, zone]))
  return {
    calendar: await calendarOf(db, campaign?.organisation ?? ''),
    zoneOf: ({ signerId }: Signed) => zones.get(signerId) ?? campaign?.zone ?? 'Asia/Shanghai',
  }
}

/** Has the next thing happen if a step is still not decided then: at first the reminder. */
export const setDeadline = async (
  ctx: Context,
  approval: Approval,
  step: Step,
  deadline: Deadline = 'remind',
): Promise<void> => {
  const { zoneOf, calendar } = await clocksOf(ctx.db, approval, [step])
  const zone = zoneOf(step)
  const at = deadlineAt(deadline, askedSince(approval, step), zone, calendar)
  // A deadline that was missed while the campaign was paused comes a moment later, not in the past.
  const due = at > ctx.at ? at : workingMoment(new Date(ctx.at.getTime() + hour), zone, calendar)
  await ctx.setTimer(`approval.${deadline}`, timed(step), approval.campaignId, due)
}

export const stopDeadlines = (ctx: Context, steps: readonly Pick<Step, 'id'>[]): Promise<void> =>
  ctx.dropTimers(...steps.map(timed))
