/** `kpi remove`: takes a KPI away that was chosen for the type of the campaign, as long as nobody has made use of it. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { findCampaign, mustBeOpen, mustHold } from '../../campaign/index.js'
import { untouched } from '../core.js'
import { findKpi } from '../find.js'
import { targetText } from '../kpi.js'
import { kpisOf, removeKpi } from '../kpi.repo.js'

export const kpiRemove = defineCommand({
  name: 'kpi-remove',
  args: z.object({ metric: word(), campaign: word().optional() }),
  may: 'goals',
  async run(ctx, { metric, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'kpi-remove', args: { metric } })
    mustHold(ctx, campaign, 'goals')
    mustBeOpen(ctx, campaign)
    const kpi = await findKpi(ctx.db, campaign, metric)
    const loose = untouched(await kpisOf(ctx.db, campaign.id), campaign).some(({ id }) => id === kpi.id)
    if (!loose || (await removeKpi(ctx.db, kpi.id)).count === 0)
      throw new UserError('kpi.error.inUse', { name: cut(kpi.name, 60) }, { field: 'metric' })
    const [subject, id] = [`campaign:${campaign.id}`, campaign.id]
    const before = { metric: kpi.name, target: targetText(kpi) }
    await ctx.record({ action: 'kpi.remove', subject, campaign: id, before })
    await ctx.changed(subject)
    return { view: 'kpi.table', args: { campaign: String(id) }, subjects: [subject] }
  },
})
