/** The campaign: its stages and phases, what a day means in it, and who may change it. */
import { type Calendar, isWorkingDay, mainland } from '../../kit/calendar.js'
import type { Actor } from '../../kit/context.js'
import { formatId } from '../../kit/ids.js'
import { holds } from '../../kit/rights.js'
import { addDays, daysBetween, type LocalDate, lengthInDays } from '../../kit/time.js'
import { isPublicPhase, phaseKeys } from '../template/index.js'

/** S7 runs beside S6 and is shown with it (handbook 1.1). */
export const stages = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S8', 'S9'] as const
export type Stage = (typeof stages)[number]

export const statuses = ['active', 'paused', 'cancelled', 'archived'] as const
export type Status = (typeof statuses)[number]

export const forms = ['online', 'offline', 'both'] as const

/** A dated phase, both days included. */
export interface Span {
  key: string
  label: string
  fromOn: LocalDate
  toOn: LocalDate
}

/** All that dates need of a campaign. */
export interface Dated {
  phases: readonly Span[]
}

/** `C-12`, as people type it. */
export const campaignRef = (id: number): string => formatId('C', id)

/** The stage after `stage`; `null` after S9, when the campaign is archived (004 §2.9). */
export const stageAfter = (stage: string): Stage | null =>
  stages[(stages as readonly string[]).indexOf(stage) + 1] ?? null

/** Active or paused: still to be changed. */
/** Up to the stage in which the plan is approved. */
export const isDrafted = ({ stage }: { stage: string }): boolean =>
  (stages as readonly string[]).indexOf(stage) <= stages.indexOf('S3')

export const isOpen = (campaign: { status: string }): boolean =>
  campaign.status === 'active' || campaign.status === 'paused'

/** The phase that `date` lies in; `null` in a gap, before the first and after the last. */
export const phaseOn = <P extends Span>(campaign: { phases: readonly P[] }, date: LocalDate): P | null =>
  campaign.phases.find(({ fromOn, toOn }) => fromOn <= date && date <= toOn) ?? null

/** Whether `date` lies in warm-up, burst or tail. */
export const isPublicDay = (campaign: Dated, date: LocalDate): boolean =>
  isPublicPhase(phaseOn(campaign, date)?.key ?? '')

/** O50: working days, and in the public phases every calendar day, unless the organisation wants it otherwise. */
export const worksOn = (campaign: Dated, date: LocalDate, calendar: Calendar = mainland): boolean => {
  const rhythm = isPublicDay(campaign, date) ? calendar.publicDays : calendar.otherDays
  return rhythm === 'every' || isWorkingDay(date, calendar)
}

/** Days without a phase between the phases, as in 003-T3 (O49). */
export const gaps = (campaign: Dated): { fromOn: LocalDate; toOn: LocalDate; days: number }[] =>
  byDate(campaign.phases).flatMap((phase, i, all) => {
    const next = all[i + 1]
    const days = next ? daysBetween(phase.toOn, next.fromOn) - 1 : 0
    return next && days > 0 ? [{ fromOn: addDays(phase.toOn, 1), toOn: addDays(next.fromOn, -1), days }] : []
  })

export const byDate = <P extends Span>(phases: readonly P[]): P[] =>
  [...phases].sort((a, b) => a.fromOn.localeCompare(b.fromOn))

/** The day of the phase that `today` is, out of all: 2 of 3; 0 before it, all of them after it. */
export const dayOf = (phase: Span, today: LocalDate): { day: number; total: number } => {
  const total = lengthInDays(phase.fromOn, phase.toOn)
  return { day: Math.min(total, Math.max(0, lengthInDays(phase.fromOn, today))), total }
}

/** Another phase with which `phase` would share days, and those days (F3). */
export const overlap = (
  phases: readonly Span[],
  phase: Span,
): { other: Span; fromOn: LocalDate; toOn: LocalDate } | null => {
  const other = phases.find(
    ({ key, fromOn, toOn }) => key !== phase.key && fromOn <= phase.toOn && phase.fromOn <= toOn,
  )
  if (!other) return null
  const startsLater = other.fromOn > phase.fromOn ? other : phase
  const endsFirst = other.toOn < phase.toOn ? other : phase
  return { other, fromOn: startsLater.fromOn, toOn: endsFirst.toOn }
}

/** Another phase on whose wrong side `phase` would stand: burst comes after warm-up, whatever the gap. */
export const outOfOrder = (phases: readonly Span[], phase: Span): Span | null => {
  const rank = (key: string) => (phaseKeys as readonly string[]).indexOf(key)
  return (
    phases.find(
      (other) => other.key !== phase.key && rank(other.key) < rank(phase.key) !== other.fromOn < phase.fromOn,
    ) ?? null
  )
}

/** T and E of these phases: first and last public day (O2); `null` when no phase is public. */
export const bounds = (phases: readonly Span[]): { launchOn: LocalDate; endOn: LocalDate } | null => {
  const open = byDate(phases.filter(({ key }) => isPublicPhase(key)))
  const [first, last] = [open[0], open.at(-1)]
  return first && last ? { launchOn: first.fromOn, endOn: last.toOn } : null
}

/** Who hears of what goes wrong in it: the general owner, and whoever created it for them. */
export const leadersOf = (campaign: { ownerId: string; createdById: string }): string[] => [
  ...new Set([campaign.ownerId, campaign.createdById]),
]

/** The general owner, planners and administrators lead; everybody else takes part. */
export const leads = (actor: Pick<Actor, 'id' | 'roles'> | null, campaign: { ownerId: string }): boolean =>
  actor !== null && holds(actor.roles, 'lead', { owner: actor.id === campaign.ownerId })

/** Leads it, or stands for a role of its template. */
export const worksIn = (
  actor: Pick<Actor, 'id' | 'roles'>,
  campaign: { ownerId: string; roles: readonly { personId: string }[] },
): boolean => leads(actor, campaign) || campaign.roles.some(({ personId }) => personId === actor.id)
