/** `channel plan`: what a channel publishes, as one counted task per kind of content (002 §2, 004 §2.6; F15). */
import { z } from 'zod'
import { day, long, someone, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { localDate } from '../../../kit/time.js'
import { type Campaign, findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import type { Person } from '../../people/index.js'
import { acting } from '../change.js'
import { criteriaFrom } from '../criterion.js'
import { saveCriteria } from '../criterion.repo.js'
import { datesFrom } from '../dates.js'
import { offerAll } from '../inform.js'
import { mustBeInReach } from '../reach.js'
import { subjectsOf } from '../task.js'
import { addTask, nextNumber, type Task } from '../task.repo.js'
import { findOwner } from './task-assign.js'

const args = z.object({
  channel: word(100),
  criteria: long(1000),
  owner: someone(),
  focus: word(500).optional(),
  /** By default the public days of the campaign. */
  start: day().optional(),
  due: day().optional(),
  campaign: word().optional(),
})
type Given = z.output<typeof args>

export const channelPlan = defineCommand({
  name: 'channel-plan',
  args,
  may: 'lead',
  async run(ctx, given) {
    const { criteria } = given
    const channel = given.channel.replace(/[:：]$/, '')
    const campaign = await findCampaign(ctx, given.campaign, {
      command: 'channel-plan',
      args: { channel, criteria },
    })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const owner = await findOwner(ctx, given.owner, 'owner')
    const tasks = await addAll(ctx, campaign, owner, { ...given, channel })
    await ctx.changed(...subjectsOf(...tasks))
    if (owner.id !== acting(ctx).id) await offerAll(ctx, campaign, owner.id)
    return {
      view: 'task.table',
      args: { campaign: String(campaign.id) },
      subjects: [`campaign:${campaign.id}`],
    }
  },
})

const addAll = async (ctx: Context, campaign: Campaign, owner: Person, given: Given): Promise<Task[]> => {
  const dates = datesIn(ctx, campaign, given)
  const whom = { ownerId: owner.id, accepted: owner.id === acting(ctx).id }
  const description = given.focus ?? null
  const tasks: Task[] = []
  const criteria = criteriaFrom(given.criteria)
  const first = await nextNumber(ctx.db, campaign.id)
  for (const [i, criterion] of criteria.entries()) {
    const name = `${given.channel} · ${criterion.name}`
    const task = await addTask(ctx.db, {
      campaignId: campaign.id,
      number: first + i,
      name,
      description,
      ...dates,
      ...whom,
    })
    await saveCriteria(ctx.db, task.id, [{ ...criterion, done: 0 }])
    const after = { name, owner: owner.id, ...dates, need: criterion.need }
    await ctx.record({ action: 'task.add', subject: `task:${task.id}`, campaign: campaign.id, after })
    tasks.push(task)
  }
  return tasks
}

const datesIn = (ctx: Context, campaign: Campaign, { start, due }: Given) =>
  start === undefined && due === undefined
    ? { startOn: campaign.launchOn, dueOn: campaign.endOn }
    : mustBeInReach(
        campaign,
        datesFrom(start ?? campaign.launchOn, due, localDate(ctx.at, campaign.zone)),
        due === undefined ? 'start' : 'due',
      )
