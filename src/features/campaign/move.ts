/** Phases on other days: kept together, with the launch and the end they give the campaign (O2). */
import type { Context } from '../../kit/context.js'
import { lengthInDays } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { bounds, type Span } from './campaign.js'
import { type Campaign, savePhase } from './campaign.repo.js'
import { type Change, change } from './change.js'
import { keepDetails, type PhaseWords } from './detail.js'
import { mustFit } from './phases.js'

/**
 * The phases of `campaign` with `moved` ones where they are to be.
 * @throws UserError when one would share days with another or stand on its wrong side (F3).
 */
export const phasesWith = (t: Translate, campaign: Campaign, moved: readonly Span[]): Span[] => {
  const keys = moved.map(({ key }) => key)
  const phases = [...campaign.phases.filter(({ key }) => !keys.includes(key)), ...moved]
  for (const phase of moved) mustFit(t, { ...campaign, phases }, phase)
  return phases
}

/**
 * Keeps `moved` phases, which may be new ones, and tells the features above when launch or end are others now.
 * @param said what is kept of phases beside their days
 * @throws UserError as `phasesWith`
 */
export const movePhases = async (
  ctx: Context,
  campaign: Campaign,
  moved: readonly Span[],
  what: Change,
  said: readonly PhaseWords[] = [],
): Promise<Campaign> => {
  const phases = phasesWith(ctx.t, campaign, moved)
  for (const phase of moved) await savePhase(ctx.db, campaign.id, phase, reasonFor(campaign, phase))
  await keepDetails(ctx.db, campaign.id, said)
  const { launchOn, endOn } = campaign
  const data = (moved.length > 0 && bounds(phases)) || { launchOn, endOn }
  const now = await change(ctx, campaign, { ...what, data: { ...what.data, ...data } })
  if (data.launchOn !== launchOn || data.endOn !== endOn)
    await ctx.emit('campaign.moved', { campaign: now, before: { launchOn, endOn } })
  return now
}

/** The reason for its length holds as long as the length does. */
const reasonFor = ({ phases }: Campaign, { key, fromOn, toOn }: Span): string | null => {
  const before = phases.find((phase) => phase.key === key)
  const isAsLong = before && lengthInDays(before.fromOn, before.toOn) === lengthInDays(fromOn, toOn)
  return isAsLong ? before.reason : null
}
