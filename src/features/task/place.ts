/** What a task is for: its strategy, and the module of it. */
import type { Context } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { type PlaceIds, placeMeant, placeOf, placeText, strategiesOf } from '../strategy/index.js'
import { keep } from './change.js'
import type { Found } from './find.js'
import type { Task } from './task.repo.js'
import { isNothing } from './waiting.js'

type Placed = Pick<Task, 'campaignId' | 'strategyId' | 'moduleId'>

/** `小红书种草 / KOC筛选`; null for none. */
export const placeWords = async (db: Db, task: Placed): Promise<string | null> => {
  if (task.strategyId === null) return null
  const place = placeOf(await strategiesOf(db, task.campaignId), task)
  return place && placeText(place.strategy, place.module)
}

/** Another strategy is without a module at first. @throws UserError (field `value`) for what is not there */
const placeFrom = async (
  ctx: Context,
  { task, campaign }: Found,
  field: 'strategy' | 'module',
  value: string,
): Promise<PlaceIds | Pick<PlaceIds, 'moduleId'> | { strategyId: null; moduleId: null }> => {
  if (isNothing(ctx.t, value))
    return field === 'module' ? { moduleId: null } : { strategyId: null, moduleId: null }
  const own = placeOf(await strategiesOf(ctx.db, campaign.id), task)
  const given = field === 'strategy' ? { strategy: value } : { strategy: own?.strategy.name, module: value }
  return (await placeMeant(ctx, campaign, given, 'value')) ?? { moduleId: null }
}

/** `task` belongs there from now on. @throws UserError as `placeFrom`, and when somebody was faster */
export const setPlace = async (
  ctx: Context,
  found: Found,
  field: 'strategy' | 'module',
  value: string,
): Promise<Task> => {
  const ids = await placeFrom(ctx, found, field, value)
  const before = { strategy: await placeWords(ctx.db, found.task) }
  const after = { strategy: await placeWords(ctx.db, { ...found.task, ...ids }) }
  return keep(ctx, found.task, ids, { action: 'task.set', before, after })
}
