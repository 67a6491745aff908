/** A new campaign brings its template's KPIs with targets, thresholds and planned measures. */
import { defineReaction } from '../../../kit/event.js'
import { kpiWords } from '../../template/index.js'
import { limitsFrom } from '../kpi.js'
import { addKpis } from '../kpi.repo.js'

export const campaignCreated = defineReaction({
  to: 'campaign.created',
  async run(ctx, { campaign, template }) {
    if (template.kpis.length === 0) return
    const kpis = template.kpis.map((kpi, i) => ({
      campaignId: campaign.id,
      number: i + 1,
      metric: kpi.metric,
      ...kpiWords(ctx.t, template, kpi),
      ...limitsFrom(kpi.target, kpi.threshold),
      better: kpi.better,
    }))
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
