/** The launch moves, with everything that is counted from it; whoever owns what moved hears of it once. */
import type { Context } from '../../kit/context.js'
import { Overtaken } from '../../kit/errors.js'
import { type Campaign, campaignPlace, campaignRef, movePhases } from '../campaign/index.js'
import { subjectsOf, updateTask } from '../task/index.js'
import type { Shift } from './shift.js'

/** Keeps what the preview showed; countdown and reports follow `campaign.moved`. */
export const move = async (ctx: Context, shift: Shift): Promise<void> => {
  const { campaign, launchOn } = shift
  const days = (one: Pick<Campaign, 'launchOn' | 'endOn'>) => ({ launchOn: one.launchOn, endOn: one.endOn })
  const phases = shift.phases.map(({ now }) => now)
  const after = { launchOn, days: shift.days, tasks: shift.tasks.length }
  const now = await movePhases(ctx, campaign, phases, {
    action: 'campaign.launch',
    before: days(campaign),
    after,
  })
  await moveTasks(ctx, shift)
  await tellAll(ctx, now, shift)
}

const moveTasks = async (ctx: Context, { campaign, tasks }: Shift): Promise<void> => {
  for (const { before, now } of tasks) {
    const { startOn, dueOn } = now
    if (!(await updateTask(ctx.db, before, { startOn, dueOn })))
      throw new Overtaken('countdown.error.changed', { campaign: campaignRef(campaign.id) })
  }
  await ctx.changed(...subjectsOf(...tasks.map(({ now }) => now)))
}

const tellAll = async (ctx: Context, campaign: Campaign, shift: Shift): Promise<void> => {
  const { id, launchOn } = campaign
  const because = 'campaign.launch'
  const args = { campaign: String(id), before: shift.campaign.launchOn, launch: launchOn }
  const by = ctx.actor?.id ?? ''
  const news = { view: 'countdown.moved', args: { ...args, by, tasks: String(shift.tasks.length) } }
  await ctx.tell({ campaign: id }, news, { thread: campaignPlace(campaign), because })
  const owners = new Set(shift.tasks.map(({ now }) => now.ownerId))
  for (const person of owners)
    if (person !== by)
      await ctx.tell({ person }, { view: 'countdown.own', args: { ...args, person } }, { because })
}
