/** A message that its platform refused: whoever answers for the campaign hears why, and what to do. */
import type { Context } from '../../../kit/context.js'
import { defineReaction, type Undelivered, undeliveredWord } from '../../../kit/event.js'
import { localDate } from '../../../kit/time.js'
import { answerable } from '../answerable.js'
import { type Campaign, campaignById } from '../campaign.repo.js'
import { placeFor } from '../undelivered.js'

export const undelivered = defineReaction({
  to: 'message.undelivered',
  async run(ctx, news) {
    const campaign = news.campaign === null ? null : await campaignById(ctx.db, news.campaign)
    for (const person of await answerable(ctx.db, campaign)) await tell(ctx, person, news, campaign)
  },
})

const tell = (ctx: Context, person: string, news: Undelivered, campaign: Campaign | null): Promise<void> => {
  const { to, fault, detail, waits } = news
  const args = {
    platform: to.platform,
    ...(to.channel === undefined ? { account: to.account ?? '' } : { channel: to.channel }),
    ...{ fault, detail, waits: String(waits) },
    ...(campaign && { campaign: String(campaign.id) }),
  }
  const replaces = placeFor(to, fault, localDate(ctx.at, campaign?.zone ?? ctx.defaults.zone))
  return ctx.tell({ person }, { view: 'campaign.undelivered', args }, { replaces, because: undeliveredWord })
}
