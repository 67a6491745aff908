/** Which offer is meant, and how it is changed. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignRef, findCampaign, mustBeOpen, mustHold } from '../campaign/index.js'
import { type Offer, offersOf } from './offer.repo.js'

/** The campaign whose offers the actor may change. */
export const led = async (
  ctx: Context,
  named: string | undefined,
  command: string,
  args: Record<string, string> = {},
): Promise<Campaign> => {
  const campaign = await findCampaign(ctx, named, { command, args })
  mustHold(ctx, campaign, 'limits')
  mustBeOpen(ctx, campaign)
  return campaign
}

/** The offer with this number; without one the only offer. @throws UserError (field `offer`) */
export const offerNumbered = async (ctx: Context, campaign: Campaign, given?: string): Promise<Offer> => {
  const offers = await offersOf(ctx.db, campaign.id)
  const found =
    given === undefined && offers.length === 1
      ? offers[0]
      : offers.find(({ number }) => String(number) === given)
  if (found) return found
  const params = { given: cut(given ?? '–', 40), count: offers.length }
  throw new UserError('offer.error.unknown', params, {
    field: 'offer',
    ...(given === undefined && { missing: true as const }),
  })
}

/** What was changed is recorded and shown. @throws Overtaken when somebody was faster */
export const kept = async (
  ctx: Context,
  campaign: Campaign,
  done: boolean,
  what: { action: string; before?: unknown; after?: unknown },
): Promise<void> => {
  const { id } = campaign
  if (!done) throw new Overtaken('offer.error.changed', { campaign: campaignRef(id) })
  await ctx.record({ ...what, subject: `campaign:${id}`, campaign: id })
  await ctx.changed(`campaign:${id}`)
}
