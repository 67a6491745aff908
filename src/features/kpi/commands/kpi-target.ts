/** `kpi target`: what a KPI is to reach; example targets are made one's own with it (F12). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { Overtaken, UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { findCampaign, leadersOf, mustBeOpen, mustHold } from '../../campaign/index.js'
import { findKpi } from '../find.js'
import { shown, targetText } from '../kpi.js'
import { changeKpi, kpiById } from '../kpi.repo.js'
import { changeIn, targetIn } from '../row.js'

export const kpiTarget = defineCommand({
  name: 'kpi-target',
  args: z.object({ metric: word(), target: word(40), campaign: word().optional() }),
  may: 'goals',
  async run(ctx, { metric, target: typed, campaign: ref }) {
    const again = { command: 'kpi-target', args: { metric, target: typed } }
    const campaign = await findCampaign(ctx, ref, again)
    mustHold(ctx, campaign, 'goals')
    mustBeOpen(ctx, campaign)
    const kpi = await findKpi(ctx.db, campaign, metric)
    const name = cut(kpi.name, 60)
    const number = targetIn(typed, kpi)
    if (!number) {
      const params = { given: cut(typed, 40), example: shown(kpi, kpi.target), name }
      throw new UserError('kpi.error.value', params, { field: 'target' })
    }
    // Its side stays: 50万+ says no more than 50万 here.
    const data = changeIn(kpi, { name: kpi.name, number: { ...number, better: kpi.better as 'up' } })
    // Also the same number: whoever confirms an example has chosen it.
    if (!(await changeKpi(ctx.db, kpi, { target: kpi.target, ...data })))
      throw new Overtaken('kpi.error.changed', { name, campaign: cut(campaign.name, 60) })
    const now = (await kpiById(ctx.db, kpi.id)) ?? kpi
    const [subject, id] = [`kpi:${kpi.id}`, campaign.id]
    const entry = { before: { target: targetText(kpi) }, after: { target: targetText(now) } }
    await ctx.record({ action: 'kpi.target', subject, campaign: id, ...entry })
    const leaders = leadersOf(campaign).map((person) => `kpis-of:${person}`)
    await ctx.changed(subject, `campaign:${id}`, ...leaders)
    return { view: 'kpi.card', args: { kpi: String(kpi.id) }, subjects: [subject] }
  },
})
