/** A new campaign brings its template's KPIs with targets, thresholds and planned measures, and those of its type (R8). */
import { defineReaction } from '../../../kit/event.js'
import { kpiWords } from '../../template/index.js'
import { coreFor } from '../core.js'
import { limitsFrom } from '../kpi.js'
import { addKpis } from '../kpi.repo.js'

export const campaignCreated = defineReaction({
  to: 'campaign.created',
  async run(ctx, { campaign, template }) {
    const printed = template.kpis.map((kpi) => ({
      metric: kpi.metric,
      ...kpiWords(ctx.t, template, kpi),
      ...(kpi.own?.numbers ?? limitsFrom(kpi.target, kpi.threshold)),
      better: kpi.better,
    }))
    const chosen = coreFor(ctx.t, campaign.type, template)
    if (printed.length + chosen.length === 0) return
    const kpis = [...printed, ...chosen].map((kpi, i) => ({ campaignId: campaign.id, number: i + 1, ...kpi }))
    await addKpis(ctx.db, kpis)
    const after = { count: kpis.length, template: template.name }
    await ctx.record({
      action: 'kpi.created',
      subject: `campaign:${campaign.id}`,
      campaign: campaign.id,
      after,
    })
  },
})
