/** `follow`: this channel, or another one, follows a campaign from now on; its card comes there at once. */
import { z } from 'zod'
import type { Address } from '../../../kit/address.js'
import { channel as channelArg, word } from '../../../kit/args.js'
import { card } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { campaignRef } from '../campaign.js'
import { addChannel, removeChannel } from '../campaign.repo.js'
import { campaignView, placeOf } from '../campaign.views.js'
import { change, mustBeOpen, mustLead } from '../change.js'
import { findCampaign } from '../find.js'

const args = z.object({ campaign: word(), channel: channelArg().optional() })

export const campaignBind = defineCommand({
  name: 'campaign-bind',
  args,
  may: 'lead',
  async run(ctx, { campaign: named, channel: other }) {
    const campaign = await findCampaign(ctx, named, { command: 'campaign-bind', args: elsewhere(other) })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const { platform, channel } = placeMeant(ctx.place, other)
    const said = { campaign: campaignRef(campaign.id) }
    if (campaign.channels.some((one) => one.platform === platform && one.channel === channel)) {
      return card(ctx.t('campaign.bind.already', said), [])
    }
    await addChannel(ctx.db, campaign.id, platform, channel)
    await change(ctx, campaign, { action: 'campaign.bind', after: { platform, channel } })
    const { subjects, ...view } = campaignView(campaign)
    // Where the card stands already it is only redrawn.
    await ctx.tell({ campaign: campaign.id }, view, {
      replaces: placeOf(campaign),
      subjects,
      because: 'campaign.bind',
    })
    return card(ctx.t('campaign.bind.done', said), [], 'good')
  },
})

/** `unfollow`: a channel hears no more of a campaign; what stands there stays as it was. */
export const campaignUnbind = defineCommand({
  name: 'campaign-unbind',
  args,
  may: 'lead',
  async run(ctx, { campaign: named, channel: other }) {
    const campaign = await findCampaign(ctx, named, { command: 'campaign-unbind', args: elsewhere(other) })
    mustLead(ctx, campaign)
    const { platform, channel } = placeMeant(ctx.place, other)
    const said = { campaign: campaignRef(campaign.id) }
    if (!(await removeChannel(ctx.db, campaign.id, platform, channel))) {
      return card(ctx.t('campaign.bind.not', said), [])
    }
    await ctx.letBe({ platform, channel }, campaign.id)
    await change(ctx, campaign, { action: 'campaign.unbind', before: { platform, channel } })
    return card(ctx.t('campaign.bind.ended', said), [], 'good')
  },
})

/** What a question for the campaign has to carry on. */
const elsewhere = (channel: string | undefined): Record<string, string> =>
  channel === undefined ? {} : { channel }

/** The channel named as the platform names it, `<#id>`, else the one this is said in. */
const placeMeant = (
  place: Context['place'],
  named?: string,
): Required<Pick<Address, 'platform' | 'channel'>> => {
  const [, id] = /^<#([^<>|]+)(?:\|[^<>]*)?>$/.exec(named ?? '') ?? []
  if (named !== undefined && id === undefined) {
    throw new UserError('campaign.error.channel', { given: cut(named, 60) }, { field: 'channel' })
  }
  const channel = id ?? place?.channel
  if (!place || channel === undefined)
    throw new UserError('campaign.error.noChannel', {}, { field: 'channel', missing: true })
  return { platform: place.platform, channel }
}
