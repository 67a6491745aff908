/** `task add`: one more piece of work with exactly one owner, who is asked to take it (F35, F36, R47). */
import { z } from 'zod'
import { choice, day, long, someone, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { localDate } from '../../../kit/time.js'
import { type Campaign, findCampaign, mustBeOpen } from '../../campaign/index.js'
import { findPerson, type Person } from '../../people/index.js'
import { placeMeant } from '../../strategy/index.js'
import { acting } from '../change.js'
import { datesFrom } from '../dates.js'
import { ask } from '../inform.js'
import { placeWords } from '../place.js'
import type { Predecessors } from '../predecessors.js'
import { mustBeInReach } from '../reach.js'
import { priorities, subjectsOf } from '../task.js'
import { addTask, nextNumber, type Task } from '../task.repo.js'
import { cardArgs, linkNew, predecessorText, readPredecessors } from '../waiting.js'
import { findOwner } from './task-assign.js'

const args = z.object({
  name: word(),
  owner: someone(),
  /** Or both days at once: 2024-05-01–05-10. */
  start: day(),
  due: day().optional(),
  description: long().optional(),
  deliverable: word().optional(),
  priority: choice(priorities).default('medium'),
  approver: someone().optional(),
  support: word().optional(),
  predecessor: word().optional(),
  remarks: long().optional(),
  strategy: word().optional(),
  module: word().optional(),
  campaign: word().optional(),
})
type Args = z.output<typeof args>

export const taskAdd = defineCommand({
  name: 'task-add',
  args,
  may: 'add',
  async run(ctx, given) {
    const campaign = await findCampaign(ctx, given.campaign)
    mustBeOpen(ctx, campaign)
    const owner = await findOwner(ctx, given.owner, 'owner')
    const before = await readPredecessors(ctx, campaign, given.predecessor, 'predecessor')
    const task = await add(ctx, campaign, owner, given, before)
    if (!task.accepted) await ask(ctx, task, owner.id, 'task.offered')
    return { view: 'task.card', args: cardArgs(task, before), subjects: [`task:${task.id}`] }
  },
})

const add = async (
  ctx: Context,
  campaign: Campaign,
  owner: Person,
  given: Args,
  before: Predecessors,
): Promise<Task> => {
  const { name, priority, description, deliverable, support, remarks } = given
  const read = datesFrom(given.start, given.due, localDate(ctx.at, campaign.zone))
  const dates = mustBeInReach(campaign, read, given.due === undefined ? 'start' : 'due')
  const approver = given.approver === undefined ? null : await findPerson(ctx, given.approver, 'approver')
  const whom = { ownerId: owner.id, approverId: approver?.id ?? null, accepted: owner.id === acting(ctx).id }
  const texts = { name, priority, description, deliverable, support, predecessor: before.words, remarks }
  const place = await placeMeant(ctx, campaign, given)
  const number = await nextNumber(ctx.db, campaign.id)
  const task = await addTask(ctx.db, {
    campaignId: campaign.id,
    number,
    ...texts,
    ...dates,
    ...whom,
    ...place,
  })
  await linkNew(ctx, task, before)
  const predecessor = predecessorText(before)
  const strategy = await placeWords(ctx.db, task)
  const after = { name, owner: owner.id, ...dates, priority, approver: approver?.id, predecessor, strategy }
  await ctx.record({ action: 'task.add', subject: `task:${task.id}`, campaign: campaign.id, after })
  await ctx.changed(...subjectsOf(task))
  return task
}
