/** From what somebody typed to exactly one task with its campaign; with several campaigns nothing is guessed. */
import { type Action, button } from '../../kit/card.js'
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { formatId, parseId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignRef, findCampaign } from '../campaign/index.js'
import { taskRef } from './task.js'
import { ownTasksNumbered, type Task, taskNumbered, tasksCalled } from './task.repo.js'

export interface Found {
  task: Task
  campaign: Campaign
}

/**
 * The task meant by `text`: `C-1/M-003`, or `M-003` or its exact name in the campaign of this channel or the actor's
 * only one.
 * @param again the call to repeat with the chosen task when several campaigns fit.
 * @throws UserError (field `task`) when there is none, or when it is not clear which campaign or which of several.
 */
export const findTask = async (ctx: Context, text: string, again: Action): Promise<Found> => {
  const id = parseId(text)
  const ref = await campaignMeant(ctx, id)
  const campaign = await findCampaign(ctx, ref).catch((error) => {
    throw offerTasks(error, id, again)
  })
  const task = id?.prefix === 'M' ? await taskNumbered(ctx.db, campaign.id, id.number) : null
  return { task: task ?? (await taskCalled(ctx, campaign, text.trim())), campaign }
}

/** The campaign written before the number; in a direct message the one in which the actor has a task of this number. */
const campaignMeant = async (ctx: Context, id: ReturnType<typeof parseId>): Promise<string | undefined> => {
  if (id?.campaign !== undefined) return campaignRef(id.campaign)
  if (id?.prefix !== 'M' || !ctx.actor || ctx.place?.channel !== undefined) return undefined
  const [own, other] = await ownTasksNumbered(ctx.db, ctx.actor.id, id.number)
  return own && !other ? campaignRef(own.campaignId) : undefined
}

/** "Which campaign?" answered by a press: its buttons repeat the call with `C-2/M-003` instead of showing the campaign. */
const offerTasks = (error: unknown, id: ReturnType<typeof parseId>, again: Action): unknown => {
  if (!(error instanceof UserError) || id?.prefix !== 'M') return error
  const buttons = (error.extra.buttons ?? []).map(({ label, args }) =>
    button(label, again.command, { ...again.args, task: `${args.campaign}/${formatId('M', id.number)}` }),
  )
  return new UserError(error.key, error.params, { ...error.extra, buttons, field: 'task' })
}

const taskCalled = async (ctx: Context, campaign: Campaign, name: string): Promise<Task> => {
  const field = 'task'
  const [task, ...others] = await tasksCalled(ctx.db, campaign.id, name)
  if (!task) {
    const buttons = [button(ctx.t('task.open.list'), 'tasks', { campaign: campaignRef(campaign.id) })]
    const params = { given: cut(name, 60), campaign: cut(campaign.name, 60) }
    throw new UserError('task.error.unknown', params, { field, buttons })
  }
  if (others.length > 0) {
    const ids = [task, ...others].slice(0, 5).map(taskRef).join(', ')
    throw new UserError('task.error.several', { name: cut(name, 60), ids }, { field })
  }
  return task
}
