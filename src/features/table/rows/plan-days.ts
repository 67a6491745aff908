/** The days in the section "time" of a campaign plan: proposed for the phases when all of it is read, else words. */
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import type { Translate } from '../../../kit/translate.js'
import { type Campaign, movedBy, phasesWith, rangeText, type Span } from '../../campaign/index.js'
import type { Cells } from './cells.js'
import { daysIn } from './dates.js'
import { isInReach, phaseIn } from './phase-rows.js'

/** `预热 6.1–6.10`, `预热期 2024-06-01 – 06-10 (10)`. */
const dated = /^(?<name>[^\d]+?)\s*[::]?\s*(?<days>\d.*?)\s*(?:\(\d+[^()]*\))?$/u

/** The phases that `text` dates; null unless all of it does, and they may stand so. */
export const daysSaid = (ctx: Context, campaign: Campaign, text: string): Span[] | null => {
  const parts = text
    .normalize('NFKC')
    .split(/[;,、\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const spans = parts.map((part): Span | null => {
    const { name = '', days: written = '' } = dated.exec(part)?.groups ?? {}
    const phase = phaseIn(ctx, campaign, name.trim())
    const days = phase && daysIn(written, { anchor: campaign.launchOn, epoch: '1900' })
    return days && isInReach(days.from) && isInReach(days.to)
      ? { ...phase, fromOn: days.from, toOn: days.to }
      : null
  })
  const all = spans.filter((span) => span !== null)
  const fits =
    all.length > 0 && all.length === spans.length && new Set(all.map(({ key }) => key)).size === all.length
  return fits && mayStand(ctx.t, campaign, all) ? all : null
}

const mayStand = (t: Translate, campaign: Campaign, spans: readonly Span[]): boolean => {
  try {
    phasesWith(t, campaign, spans)
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

/** What becomes of the days of a plan: other days for the phases, or words alone. */
export const noteDays = (cells: Cells, campaign: Campaign, spans: readonly Span[] | null): void => {
  if (!spans) cells.note('timeText', 'example')
  const moved = movedBy(campaign, spans ? [{ item: 'time', spans }] : [])
  const phases = moved
    .map(({ label, fromOn, toOn }) => `${cut(label, 40)} ${rangeText(fromOn, toOn)}`)
    .join('; ')
  if (moved.length > 0) cells.note('timePhases', 'example', { phases })
}
