/** `report deliver`: a document is there, with the link to it; a later link replaces it. */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Actor, Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { type Campaign, campaignPlace, findCampaign, mustBeOpen, worksIn } from '../../campaign/index.js'
import { documentName } from '../report.cards.js'
import { documents, webLink } from '../report.js'
import { deliver, type Report, reportCalled, reportsOf } from '../report.repo.js'

export const reportDeliver = defineCommand({
  name: 'report-deliver',
  args: z.object({ document: choice(documents), link: word(2000), campaign: word().optional() }),
  may: 'report',
  async run(ctx, { document, link: text, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, {
      command: 'report-deliver',
      args: { document, link: text },
    })
    mustBeOpen(ctx, campaign)
    const actor = mustTakePart(ctx, campaign)
    const report = await owed(ctx, campaign, document)
    const link = webLink(text)
    if (link === null) throw new UserError('report.error.link', { given: cut(text, 60) }, { field: 'link' })
    if (report.link === link || !(await deliver(ctx.db, report, actor.id, link, ctx.at))) {
      throw new UserError('report.error.already', { document: documentName(ctx.t, document) })
    }
    await tellAbout(ctx, campaign, report, link)
    return {
      view: 'report.list',
      args: { campaign: String(campaign.id) },
      subjects: [`campaign:${campaign.id}`],
    }
  },
})

/** Whoever leads the campaign, stands for a role in it or handles its data; others are refused and recorded. */
const mustTakePart = (ctx: Context, campaign: Campaign): Actor => {
  const { actor } = ctx
  if (!actor) throw new Error('a delivery needs somebody')
  if (worksIn(actor, campaign) || actor.roles.includes('data-specialist')) return actor
  const record = { action: 'report.denied', subject: `campaign:${campaign.id}`, campaign: campaign.id }
  throw new UserError('report.error.notYours', { campaign: cut(campaign.name, 60) }, { record })
}

const owed = async (ctx: Context, campaign: Campaign, document: string): Promise<Report> => {
  const report = await reportCalled(ctx.db, campaign.id, document)
  if (report) return report
  const known = (await reportsOf(ctx.db, campaign.id)).map((one) => one.document).join(', ')
  throw new UserError('report.error.notOwed', { document, known: known || '–' }, { field: 'document' })
}

const tellAbout = async (ctx: Context, campaign: Campaign, report: Report, link: string): Promise<void> => {
  const { id } = campaign
  const { document } = report
  const [before, after] = [{ link: report.link }, { link }]
  await ctx.record({
    action: 'report.deliver',
    subject: `report:${id}:${document}`,
    campaign: id,
    before,
    after,
  })
  await ctx.changed(`campaign:${id}`)
  const view = { view: 'report.delivered', args: { campaign: String(id), document } }
  await ctx.tell({ campaign: id }, view, {
    replaces: `report:${id}:${document}`,
    thread: campaignPlace(campaign),
    because: 'report.delivered',
  })
}
