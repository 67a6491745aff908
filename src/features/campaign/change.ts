/** How a campaign is changed: by whom it may be, once, recorded and shown. */
import { button } from '../../kit/card.js'
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { holds, type Right, refusalOf } from '../../kit/rights.js'
import type { Prisma } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import { campaignRef, isDrafted, isOpen, leads } from './campaign.js'
import { type Campaign, campaignById, updateCampaign } from './campaign.repo.js'

/** @throws UserError unless the actor has this right in the campaign; it is recorded. */
export const mustHold = (
  { actor, t }: Pick<Context, 'actor' | 't'>,
  { id, name, ownerId }: Pick<Campaign, 'id' | 'name' | 'ownerId'>,
  right: Right,
): void => {
  if (actor && holds(actor.roles, right, { owner: actor.id === ownerId })) return
  const record = { action: 'campaign.denied', subject: `campaign:${id}`, campaign: id, after: { right } }
  const buttons = [button(t('campaign.whoMay'), 'show', { campaign: campaignRef(id) })]
  const params = { ...named({ id, name }), ...refusalOf(t, right) }
  throw new UserError('campaign.error.right', params, { record, buttons })
}

/**
 * The budget is finance's and the general owner's (F124); while the plan is drafted, whoever leads writes it with the rest:
 * finance signs it then.
 * @throws UserError for everybody else; it is recorded
 */
export const mustWriteBudget = (ctx: Pick<Context, 'actor' | 't'>, campaign: Campaign): void =>
  mustHold(ctx, campaign, isDrafted(campaign) && leads(ctx.actor, campaign) ? 'lead' : 'budget')

/** @throws UserError unless the actor leads the campaign (general owner, planner, admin); it is recorded. */
export const mustLead = (
  ctx: Pick<Context, 'actor' | 't'>,
  campaign: Pick<Campaign, 'id' | 'name' | 'ownerId'>,
): void => mustHold(ctx, campaign, 'lead')

/** @throws UserError when the campaign is cancelled or archived: it stays as it is. */
export const mustBeOpen = (
  ctx: Pick<Context, 't'>,
  campaign: Pick<Campaign, 'id' | 'name' | 'status'>,
): void => {
  if (isOpen(campaign)) return
  const status = ctx.t.named('campaign.status', campaign.status)
  throw new UserError('campaign.error.closed', { ...named(campaign), status })
}

const named = ({ id, name }: Pick<Campaign, 'id' | 'name'>) => ({
  campaign: campaignRef(id),
  name: cut(name, 60),
})

export interface Change {
  /** `noun.verb` of the audit log. */
  action: string
  before?: unknown
  after?: unknown
  /** Columns that change; none when only something that belongs to the campaign does. */
  data?: Prisma.CampaignUpdateManyMutationInput
}

/**
 * Keeps the change on the version that was read, records it and redraws what shows the campaign.
 * @returns the campaign as it is now.
 * @throws UserError when somebody else changed it in the meantime.
 */
export const change = async (ctx: Context, campaign: Campaign, what: Change): Promise<Campaign> => {
  const { action, before, after, data = {} } = what
  if (!(await updateCampaign(ctx.db, campaign, data)))
    throw new Overtaken('campaign.error.changed', named(campaign))
  const subject = `campaign:${campaign.id}`
  await ctx.record({ action, subject, campaign: campaign.id, before, after })
  await ctx.changed(subject)
  const now = (await campaignById(ctx.db, campaign.id)) ?? campaign
  await ctx.emit('campaign.changed', { campaign: now })
  return now
}
