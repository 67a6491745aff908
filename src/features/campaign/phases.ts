/** Which phase is meant, and whether it may stand where somebody wants it. */

import { parseRange } from '../../kit/dates.js'
import { UserError } from '../../kit/errors.js'
import { folded } from '../../kit/fold.js'
import { cut } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { listed, phaseKeys, phaseLabel, templateNamed } from '../template/index.js'
import { byDate, outOfOrder, overlap, type Span } from './campaign.js'
import { anchorFor, dateIn, inReach } from './dates.js'
import { rangeText } from './plan.js'

interface Phased {
  template: string
  phases: readonly Span[]
}

/**
 * The phase called `typed`: its key, its label or the beginning of it (预热 for 预热期(线上)), or one of its usual
 * names. A usual phase the campaign does not have yet may be named too.
 * @throws UserError (field `phase`) that lists the phases.
 */
export const phaseCalled = (
  t: Translate,
  campaign: Phased,
  typed: string,
): { key: string; label: string } => {
  const name = folded(typed)
  const known = byDate(campaign.phases)
  const found =
    known.find(({ key, label }) => name === key || name === folded(label)) ??
    phaseKeys.map((key) => ({ key })).find(({ key }) => key === name || usualNames(t, key).includes(name)) ??
    known.find(({ label }) => name.length > 1 && folded(label).startsWith(name))
  if (!found) {
    const phases = listed(
      t,
      known.map(({ key }) => phaseName(t, campaign, key)),
    )
    throw new UserError('campaign.error.phase', { given: cut(typed, 60), phases }, { field: 'phase' })
  }
  const own = known.find(({ key }) => key === found.key)?.label
  return { key: found.key, label: own ?? phaseName(t, campaign, found.key) }
}

const usualNames = (t: Translate, key: string): string[] =>
  t.named('campaign.phase-words', key).split('|').map(folded)

/** The phase as the campaign's template prints it, in the language of whoever reads. */
export const phaseName = (t: Translate, campaign: { template: string }, key: string): string => {
  const template = templateNamed(campaign.template)
  const printed = template.phases.find((phase) => phase.key === key)
  return printed ? phaseLabel(t, template, printed.key) : t.named('campaign.phase', key)
}

/**
 * The days of a phase: two dates, or both in `from` (`6.1-6.10`). Dates without a year lie near the launch.
 * @throws UserError for no date, a missing end, or an end before its start.
 */
export const spanIn = (
  given: { from: string; to?: string | undefined },
  today: LocalDate,
  launchOn: LocalDate,
): { fromOn: LocalDate; toOn: LocalDate } => {
  const { from, to } = given
  const range = to === undefined ? parseRange(from, anchorFor(from, today, launchOn)) : null
  if (range) return { fromOn: inReach(range.from, 'from'), toOn: inReach(range.to, 'from') }
  const fromOn = dateIn(from, anchorFor(from, today, launchOn), 'from')
  if (to === undefined) throw new UserError('campaign.error.phaseEnd', { from: fromOn }, { field: 'to' })
  const toOn = dateIn(to, anchorFor(to, today, launchOn), 'to')
  if (toOn < fromOn)
    throw new UserError('campaign.error.phaseBackwards', { from: fromOn, to: toOn }, { field: 'to' })
  return { fromOn, toOn }
}

/** @throws UserError when the phase shares days with another, or stands on its wrong side (F3). */
export const mustFit = (t: Translate, campaign: Phased, phase: Span): void => {
  const sides = (other: Span) => ({
    phase: phaseName(t, campaign, phase.key),
    range: rangeText(phase.fromOn, phase.toOn),
    other: phaseName(t, campaign, other.key),
    otherRange: rangeText(other.fromOn, other.toOn),
  })
  const shared = overlap(campaign.phases, phase)
  if (shared) {
    const params = { ...sides(shared.other), first: shared.fromOn, last: shared.toOn }
    throw new UserError('campaign.error.overlap', params, { field: 'from' })
  }
  const other = outOfOrder(campaign.phases, phase)
  if (other) throw new UserError('campaign.error.order', sides(other), { field: 'from' })
}
