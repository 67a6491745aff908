/** Which campaign is meant: the one named, else the only one that can be meant here; nothing is guessed. */
import { type Action, type Button, button } from '../../kit/card.js'
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { parseId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { campaignRef, isOpen } from './campaign.js'
import { allOpen, type Campaign, campaignById, campaignsCalled, openIn, openOf } from './campaign.repo.js'

type Where = Pick<Context, 'db' | 'place' | 'actor'>

/** How many campaigns a question offers. */
const offered = 5

/**
 * The campaign meant by `ref`: `C-12` or its exact name; without it the only open one of this channel, else
 * the only open one the actor takes part in, else the only open one.
 * @param again the call to repeat with the chosen campaign, offered as buttons when several fit; else `show`.
 * @throws UserError (field `campaign`) when there is none, or several.
 */
export const findCampaign = async (ctx: Where, ref?: string, again?: Action): Promise<Campaign> => {
  const name = ref?.trim() ?? ''
  return name === '' ? unnamed(ctx, again) : named(ctx, name, again)
}

const named = async (ctx: Where, name: string, again?: Action): Promise<Campaign> => {
  const id = parseId(name)
  if (id?.prefix === 'C') {
    const campaign = await campaignById(ctx.db, id.number)
    if (campaign) return campaign
  }
  const called = await campaignsCalled(ctx.db, name)
  const open = called.filter(isOpen)
  const [one, other] = open.length > 0 ? open : called
  if (!one) throw new UserError('campaign.error.unknown', { given: cut(name, 60) }, { field: 'campaign' })
  if (other) throw several(open.length > 0 ? open : called, again)
  return one
}

const unnamed = async (ctx: Where, again?: Action): Promise<Campaign> => {
  const fitting = await nearest(ctx)
  const [one, other] = fitting
  if (!one) throw new UserError('campaign.error.none', {}, { field: 'campaign' })
  if (other) throw several(fitting, again)
  return one
}

/** The campaigns of this channel, else those the actor takes part in, else all there are. */
const nearest = async ({ db, place, actor }: Where): Promise<Campaign[]> => {
  const here = place?.channel === undefined ? [] : await openIn(db, place)
  if (here.length > 0) return here
  const own = actor ? await openOf(db, actor.id) : []
  return own.length > 0 ? own : allOpen(db)
}

const several = (campaigns: readonly Campaign[], again?: Action): UserError => {
  const shown = campaigns.slice(0, offered)
  const list = shown.map(({ id, name }) => `${campaignRef(id)} ${cut(name, 30)}`).join(', ')
  const more = campaigns.length - shown.length
  const buttons = shown.map((campaign) => choose(campaign, again))
  return new UserError('campaign.error.several', { list, more }, { field: 'campaign', buttons })
}

const choose = ({ id, name }: Campaign, again: Action = { command: 'show', args: {} }): Button =>
  button(`${campaignRef(id)} ${cut(name, 30)}`, again.command, { ...again.args, campaign: campaignRef(id) })
