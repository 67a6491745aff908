/** Values of a KPI: kept, recorded, and told to the channel when it turns red (F90, F96). */
import type { Context } from '../../kit/context.js'
import type { Decimal } from '../../kit/value.js'
import { type State, shown, stateFor } from './kpi.js'
import { addReading, type Kpi } from './kpi.repo.js'

type Last = Kpi['readings'][number]

/** @returns the reading of now, by whoever acts */
export const keepReading = (ctx: Context, kpi: Kpi, value: Decimal): Promise<Last> => {
  if (!ctx.actor) throw new Error('a reading needs somebody who gives it')
  return addReading(ctx.db, { kpiId: kpi.id, at: ctx.at, value, byId: ctx.actor.id })
}

export const recordReading = (ctx: Context, kpi: Kpi, value: Decimal): Promise<void> => {
  const last = kpi.readings[0]
  return ctx.record({
    action: 'kpi.reading',
    subject: `kpi:${kpi.id}`,
    campaign: kpi.campaignId,
    ...(last && { before: { value: shown(kpi, last.value) } }),
    after: { value: shown(kpi, value), state: stateFor(kpi, value) },
  })
}

const stateOf = (kpi: Kpi): State | null => {
  const last = kpi.readings[0]
  return last ? stateFor(kpi, last.value) : null
}

/** Red as it is `now`, and not red as it was `before`, whether its value or its threshold is another. */
export const isNewlyRed = (before: Kpi | null, now: Kpi): boolean =>
  stateOf(now) === 'red' && (before === null || stateOf(before) !== 'red')

/** One card per episode in the channel: while the KPI stays red it is redrawn with each value, not repeated. */
export const alert = (ctx: Context, kpi: Kpi, reading: number): Promise<void> =>
  ctx.tell(
    { campaign: kpi.campaignId },
    { view: 'kpi.card', args: { kpi: String(kpi.id) } },
    { replaces: `kpi:${kpi.id}:${reading}`, subjects: [`kpi:${kpi.id}`], because: 'kpi.red' },
  )
