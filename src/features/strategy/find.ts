/** From what somebody typed to one strategy of a campaign, and perhaps one of its modules. */
import { button } from '../../kit/card.js'
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignRef, findCampaign, mustBeOpen, mustLead } from '../campaign/index.js'
import { canBeCalled, named, type PlaceIds, placeIn, type Tree } from './strategy.js'
import { holdStrategies, type Module, type Strategy, strategiesOf } from './strategy.repo.js'

/** Names that an error lists. */
const mostNames = 8

export const listed = (all: readonly { name: string }[]): string => {
  const names = all.slice(0, mostNames).map(({ name }) => cut(name, 40))
  return (names.join(', ') || '–') + (all.length > mostNames ? ' …' : '')
}

/** The campaign whose strategies the actor may change; nobody else changes them meanwhile. */
export const led = async (
  ctx: Context,
  ref: string | undefined,
  command: string,
  args: Record<string, string>,
): Promise<{ campaign: Campaign; tree: Tree }> => {
  const campaign = await findCampaign(ctx, ref, { command, args })
  mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  await holdStrategies(ctx.db, campaign.id)
  return { campaign, tree: await strategiesOf(ctx.db, campaign.id) }
}

/** @throws UserError (`field`) for what is no strategy of the campaign */
export const strategyCalled = (
  ctx: Context,
  campaign: Campaign,
  tree: Tree,
  name: string,
  field: string,
): Strategy => {
  const found = named(tree, name)
  if (found) return found
  const add = { name: cut(name, 200), campaign: campaignRef(campaign.id) }
  const buttons = canBeCalled(name) ? [button(ctx.t('strategy.button.add'), 'strategy-add', add)] : []
  const params = { given: cut(name, 60), campaign: cut(campaign.name, 60), names: listed(tree) }
  throw new UserError('strategy.error.unknown', params, { field, buttons })
}

/** @throws UserError (`field`) for what is no module of `strategy` */
export const moduleCalled = (
  ctx: Context,
  { id }: Campaign,
  strategy: Strategy,
  name: string,
  field: string,
): Module => {
  const found = named(strategy.modules, name)
  if (found) return found
  const add = { name: cut(name, 200), strategy: strategy.name, campaign: campaignRef(id) }
  const buttons = [button(ctx.t('strategy.button.addModule'), 'module-add', add)]
  const params = { given: cut(name, 60), strategy: cut(strategy.name, 60), names: listed(strategy.modules) }
  throw new UserError('strategy.error.noModule', params, { field, buttons })
}

/** `小红书种草`, `小红书种草 / KOC筛选`. @throws UserError (`field`) as `strategyCalled` and `moduleCalled` */
export const partCalled = (ctx: Context, campaign: Campaign, tree: Tree, text: string, field: string) => {
  const place = placeIn(text)
  const strategy = strategyCalled(ctx, campaign, tree, place.strategy, field)
  const module = place.module === null ? null : moduleCalled(ctx, campaign, strategy, place.module, field)
  return { strategy, module }
}

/** The only strategy with a module of this name. @throws UserError (field `module`) when there is none, or several */
const holderOf = (campaign: Campaign, tree: Tree, module: string): Strategy => {
  const [one, other] = tree.filter(({ modules }) => named(modules, module))
  if (one && !other) return one
  const params = { given: cut(module, 60), campaign: cut(campaign.name, 60), names: listed(tree) }
  throw new UserError(other ? 'strategy.error.whichModule' : 'strategy.error.whichStrategy', params, {
    field: other ? 'strategy' : 'module',
  })
}

export interface GivenPlace {
  strategy?: string | undefined
  module?: string | undefined
}

/**
 * Where a task is to belong. Nobody takes that away until this work is kept.
 * @returns null when neither is given
 * @throws UserError (field `strategy` or `module`, unless `field` is given) for what is not there
 */
export const placeMeant = async (
  ctx: Context,
  campaign: Campaign,
  { strategy: name, module }: GivenPlace,
  field?: string,
): Promise<PlaceIds | null> => {
  if (name === undefined && module === undefined) return null
  await holdStrategies(ctx.db, campaign.id)
  const tree = await strategiesOf(ctx.db, campaign.id)
  const given =
    name === undefined
      ? { strategy: holderOf(campaign, tree, module ?? ''), module: null }
      : partCalled(ctx, campaign, tree, name, field ?? 'strategy')
  const part =
    module === undefined
      ? given.module
      : moduleCalled(ctx, campaign, given.strategy, module, field ?? 'module')
  return { strategyId: given.strategy.id, moduleId: part?.id ?? null }
}

/** The strategy meant by `name`. @throws UserError (field `strategy`) for what is no strategy of the campaign */
export const strategyMeant = async (ctx: Context, campaign: Campaign, name: string): Promise<Strategy> =>
  strategyCalled(ctx, campaign, await strategiesOf(ctx.db, campaign.id), name, 'strategy')
