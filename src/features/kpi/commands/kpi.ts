/** `kpi`: a value of today; a value beyond its limit is told to the channel (F90, F96). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import type { Decimal } from '../../../kit/value.js'
import { findCampaign, leadersOf, mustBeOpen } from '../../campaign/index.js'
import { active } from '../../people/index.js'
import { findKpi } from '../find.js'
import { readingFrom, type State, shown, stateFor } from '../kpi.js'
import { addReading, type Kpi } from '../kpi.repo.js'

export const kpi = defineCommand({
  name: 'kpi',
  args: z.object({ metric: word(), value: word(200), campaign: word().optional() }),
  may: active,
  async run(ctx, { metric, value, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'kpi', args: { metric, value } })
    mustBeOpen(ctx, campaign)
    const found = await findKpi(ctx.db, campaign, metric)
    const number = readingFrom(found, value)
    const reading = await keep(ctx, found, number)
    const [before, now] = [lastState(found), stateFor(found, number)]
    if (now === 'red' && before !== 'red') await alert(ctx, found, reading)
    const leaders = leadersOf(campaign).map((person) => `kpis-of:${person}`)
    await ctx.changed(`kpi:${found.id}`, `campaign:${campaign.id}`, ...leaders)
    return { view: 'kpi.card', args: { kpi: String(found.id) }, subjects: [`kpi:${found.id}`] }
  },
})

const lastState = (found: Kpi): State | null => {
  const last = found.readings[0]
  return last ? stateFor(found, last.value) : null
}

const keep = async (ctx: Context, found: Kpi, value: Decimal): Promise<number> => {
  if (!ctx.actor) throw new Error('a reading needs somebody who gives it')
  const { id } = await addReading(ctx.db, { kpiId: found.id, at: ctx.at, value, byId: ctx.actor.id })
  const last = found.readings[0]
  await ctx.record({
    action: 'kpi.reading',
    subject: `kpi:${found.id}`,
    campaign: found.campaignId,
    ...(last && { before: { value: shown(found, last.value) } }),
    after: { value: shown(found, value), state: stateFor(found, value) },
  })
  return id
}

/** One card per episode in the channel: while the KPI stays red it is redrawn with each value, not repeated. */
const alert = (ctx: Context, found: Kpi, reading: number): Promise<void> =>
  ctx.tell(
    { campaign: found.campaignId },
    { view: 'kpi.card', args: { kpi: String(found.id) } },
    { replaces: `kpi:${found.id}:${reading}`, subjects: [`kpi:${found.id}`], because: 'kpi.red' },
  )
