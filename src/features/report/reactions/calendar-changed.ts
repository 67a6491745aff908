/** The organisation works on other days now: reports that are due after so many working days move. */
import type { Context } from '../../../kit/context.js'
import { defineReaction, type Events } from '../../../kit/event.js'
import { allOpen, type Campaign } from '../../campaign/index.js'
import { reportsFor, templateUsed } from '../../template/index.js'
import { moveReport, openReportsOf, type Report } from '../report.repo.js'

export const calendarChanged = defineReaction({
  to: 'calendar.changed',
  async run(ctx, news) {
    const campaigns = await allOpen(ctx.db)
    const open = await openReportsOf(
      ctx.db,
      campaigns.map(({ id }) => id),
    )
    for (const campaign of campaigns) {
      const reports = open.filter(({ campaignId }) => campaignId === campaign.id)
      await moveAll(ctx, campaign, reports, news)
    }
  },
})

const moveAll = async (
  ctx: Context,
  campaign: Campaign,
  reports: readonly Report[],
  calendars: Events['calendar.changed'],
): Promise<void> => {
  const template = await templateUsed(ctx.db, campaign)
  const then = reportsFor(template, campaign, calendars.before)
  for (const { document, dueOn } of reportsFor(template, campaign, calendars.calendar)) {
    const before = reports.find((report) => report.document === document)
    // What does not hang on the calendar stays where it is, whoever put it there.
    if (!before || then.some((report) => report.document === document && report.dueOn === dueOn)) continue
    await moveReport(ctx.db, campaign.id, document, dueOn)
    await ctx.record({
      action: 'report.moved',
      subject: `report:${campaign.id}:${document}`,
      campaign: campaign.id,
      before: { dueOn: before.dueOn },
      after: { dueOn },
    })
    await ctx.changed(`campaign:${campaign.id}`)
  }
}
