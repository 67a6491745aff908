/** The reports of the template are due so many days after the end of the campaign, also when the end moves. */
import { defineReaction } from '../../../kit/event.js'
import { calendarOf } from '../../calendar/index.js'
import { reportsFor, templateUsed } from '../../template/index.js'
import { addReports, moveReport } from '../report.repo.js'

export const campaignCreated = defineReaction({
  to: 'campaign.created',
  async run(ctx, { campaign, template }) {
    const calendar = await calendarOf(ctx.db, campaign.organisation)
    const reports = reportsFor(template, campaign, calendar).map((report) => ({
      ...report,
      campaignId: campaign.id,
    }))
    if (reports.length === 0) return
    await addReports(ctx.db, reports)
    await ctx.record({
      action: 'report.created',
      subject: `campaign:${campaign.id}`,
      campaign: campaign.id,
      after: { reports },
    })
  },
})

export const campaignMoved = defineReaction({
  to: 'campaign.moved',
  async run(ctx, { campaign }) {
    const reports = reportsFor(
      await templateUsed(ctx.db, campaign),
      campaign,
      await calendarOf(ctx.db, campaign.organisation),
    )
    for (const { document, dueOn } of reports) await moveReport(ctx.db, campaign.id, document, dueOn)
  },
})
