/** `kpi`: a value of today; a value beyond its limit is told to the channel (F90, F96). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { findCampaign, leadersOf, mustBeOpen } from '../../campaign/index.js'
import { findKpi } from '../find.js'
import { readingFrom } from '../kpi.js'
import { alert, isNewlyRed, keepReading, recordReading } from '../reading.js'

export const kpi = defineCommand({
  name: 'kpi',
  args: z.object({ metric: word(), value: word(200), campaign: word().optional() }),
  may: 'report',
  async run(ctx, { metric, value, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'kpi', args: { metric, value } })
    mustBeOpen(ctx, campaign)
    const found = await findKpi(ctx.db, campaign, metric)
    const number = readingFrom(found, value)
    const reading = await keepReading(ctx, found, number)
    await recordReading(ctx, found, number)
    if (isNewlyRed(found, { ...found, readings: [reading] })) await alert(ctx, found, reading.id)
    const leaders = leadersOf(campaign).map((person) => `kpis-of:${person}`)
    await ctx.changed(`kpi:${found.id}`, `campaign:${campaign.id}`, ...leaders)
    return { view: 'kpi.card', args: { kpi: String(found.id) }, subjects: [`kpi:${found.id}`] }
  },
})
