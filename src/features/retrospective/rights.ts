/** Who may change what in a retrospective: everybody who works in the campaign adds, whoever answers for it ticks. */
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignRef, leads, worksIn } from '../campaign/index.js'
import { tasksOf } from '../task/index.js'
import type { RetroRow } from './retrospective.repo.js'

const denied = ({ id, name }: Campaign, why: 'notPart' | 'notYours'): UserError => {
  const record = { action: 'retro.denied', subject: `campaign:${id}`, campaign: id }
  return new UserError(
    `retrospective.error.${why}`,
    { campaign: campaignRef(id), name: cut(name, 60) },
    { record },
  )
}

/** @throws UserError unless the actor leads the campaign, stands for one of its roles or owns one of its tasks. */
export const mustWorkIn = async ({ db, actor }: Context, campaign: Campaign): Promise<Actor> => {
  if (actor && worksIn(actor, campaign)) return actor
  const tasks = actor ? await tasksOf(db, campaign.id) : []
  if (actor && tasks.some(({ ownerId, approverId }) => ownerId === actor.id || approverId === actor.id))
    return actor
  throw denied(campaign, 'notPart')
}

/** @throws UserError unless the actor answers for the row's measure, has written the row, or leads the campaign. */
export const mustOwn = (
  { actor }: Pick<Context, 'actor'>,
  campaign: Campaign,
  { ownerId, byId }: RetroRow,
  by: 'owner' | 'writer',
): Actor => {
  const theirs = by === 'owner' ? ownerId : byId
  if (actor && (leads(actor, campaign) || actor.id === theirs)) return actor
  throw denied(campaign, 'notYours')
}
