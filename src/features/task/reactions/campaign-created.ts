/** A new campaign brings its template's tasks, and each owner hears of all of theirs at once. */

import type { Context } from '../../../kit/context.js'
import { defineReaction } from '../../../kit/event.js'
import { addDays } from '../../../kit/time.js'
import type { Campaign } from '../../campaign/index.js'
import { type Template, type TemplateTask, taskDates, taskWords } from '../../template/index.js'
import { offerAll } from '../inform.js'
import { addLinks } from '../link.repo.js'
import { replaceParts } from '../parts.repo.js'
import { addTasks, type NewTask, tasksOf } from '../task.repo.js'

export const campaignCreated = defineReaction({
  to: 'campaign.created',
  async run(ctx, { campaign, template }) {
    const tasks = tasksFor(ctx, campaign, template)
    if (tasks.length === 0) return
    await addTasks(ctx.db, tasks)
    await link(ctx, campaign, template)
    await addParts(ctx, campaign, template)
    const after = { count: tasks.length, template: template.name }
    await ctx.record({
      action: 'task.created',
      subject: `campaign:${campaign.id}`,
      campaign: campaign.id,
      after,
    })
    for (const person of new Set(tasks.map(({ ownerId }) => ownerId))) await offerAll(ctx, campaign, person)
  },
})

/** The rows to store; their order gives M-001, M-002 … */
export const tasksFor = (ctx: Pick<Context, 't'>, campaign: Campaign, template: Template): NewTask[] =>
  template.tasks.map((task, i) => ({
    campaignId: campaign.id,
    number: i + 1,
    ...taskWords(ctx.t, template, task),
    ...taskDates(task, campaign),
    ...whoFor(campaign, task),
    priority: task.priority,
  }))

/** Template tasks wait for others by key; the order of the template gives their numbers. */
const link = async (ctx: Context, { id: campaignId }: Campaign, { tasks }: Template): Promise<void> => {
  if (tasks.every(({ after }) => after.length === 0)) return
  const ids = new Map((await tasksOf(ctx.db, campaignId)).map(({ id, number }) => [number, id]))
  const idOf = (key: string) => ids.get(tasks.findIndex((task) => task.key === key) + 1) as number
  const links = tasks.flatMap(({ key, after }) =>
    after.map((other) => ({ campaignId, taskId: idOf(key), predecessorId: idOf(other) })),
  )
  await addLinks(ctx.db, links)
}

/** What a saved template counts and dates within its tasks. */
const addParts = async (ctx: Context, campaign: Campaign, { tasks }: Template): Promise<void> => {
  if (tasks.every(({ own }) => !own || own.criteria.length + own.nodes.length === 0)) return
  const ids = new Map((await tasksOf(ctx.db, campaign.id)).map(({ id, number }) => [number, id]))
  for (const [i, { own }] of tasks.entries()) {
    if (!own || own.criteria.length + own.nodes.length === 0) continue
    const nodes = own.nodes.map((node) => ({ ...node, onDay: addDays(campaign.launchOn, node.day) }))
    await replaceParts(ctx.db, ids.get(i + 1) as number, { criteria: own.criteria, nodes })
  }
}

/** Whoever stands for the position in this campaign, else the general owner. The creator need not be asked. */
const whoFor = (campaign: Campaign, task: TemplateTask) => {
  const holder = (role: string) => campaign.roles.find((one) => one.role === role)?.personId
  const ownerId = holder(task.owner) ?? campaign.ownerId
  const approver = task.approver && holder(task.approver)
  // Nobody accepts their own work.
  const approverId = approver && approver !== ownerId ? approver : null
  return { ownerId, approverId, accepted: ownerId === campaign.createdById }
}
