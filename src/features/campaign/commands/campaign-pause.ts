/** `campaign pause` and `campaign resume`: nothing is sent by the clock in between. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { card } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { campaignRef } from '../campaign.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'

const args = z.object({ campaign: word().optional() })

export const campaignPause = defineCommand({
  name: 'campaign-pause',
  args,
  may: 'lead',
  async run(ctx, { campaign }) {
    const paused = await turn(ctx, { command: 'campaign-pause', to: 'paused', named: campaign })
    return card(ctx.t('campaign.paused.done', { campaign: campaignRef(paused.id) }), [], 'good')
  },
})

export const campaignResume = defineCommand({
  name: 'campaign-resume',
  args,
  may: 'lead',
  async run(ctx, { campaign }) {
    const running = await turn(ctx, { command: 'campaign-resume', to: 'active', named: campaign })
    return card(ctx.t('campaign.resumed.done', { campaign: campaignRef(running.id) }), [], 'good')
  },
})

interface Turn {
  command: string
  to: 'paused' | 'active'
  named: string | undefined
}

const turn = async (ctx: Context, { command, to, named }: Turn) => {
  const campaign = await findCampaign(ctx, named, { command, args: {} })
  mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  const { id, status, zone } = campaign
  if (status === to) {
    const params = { campaign: campaignRef(id), status: ctx.t.named('campaign.status', status) }
    throw new UserError('campaign.error.alreadySo', params)
  }
  await ctx.schedule(id, zone, to === 'active' ? 'all' : 'none')
  return change(ctx, campaign, {
    action: `campaign.${to}`,
    before: { status },
    after: { status: to },
    data: { status: to },
  })
}
