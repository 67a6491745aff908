/** Rows of a table become tasks of a campaign: all or none, recorded as one import, and each owner hears of it once. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import type { Campaign } from '../campaign/index.js'
import { holdPerson } from '../people/index.js'
import { addMissing, strategiesOf, type Tree } from '../strategy/index.js'
import { acting } from './change.js'
import { addAll, updateAll } from './import.repo.js'
import { concerned, named, tellOwners } from './import-news.js'
import {
  type Changed,
  type ImportPlan,
  placeFor,
  planImport,
  type TaskRow,
  withNotes,
} from './import-plan.js'
import { addLinks, holdLinks, linksOf, replaceLinks } from './link.repo.js'
import { LoopError, neighboursOf, ordered } from './order.js'
import { leadsTo, subjectsOf } from './task.js'
import { nextNumber, type Task, tasksOf } from './task.repo.js'

const newTask = (ctx: Context, campaignId: number, row: TaskRow, tree: Tree) => {
  const { number, name, ownerId, dueOn, startOn = dueOn, status = 'todo', priority = 'medium' } = row
  const {
    approverId = null,
    description = null,
    deliverable = null,
    predecessor = null,
    support = null,
  } = row
  const actor = acting(ctx).id
  const to = status === 'review' ? status : leadsTo({ approverId }, status, actor)
  const over = to === 'done' || to === 'cancelled'
  const texts = {
    description,
    deliverable,
    predecessor,
    support,
    remarks: withNotes(row.remarks ?? null, row.notes),
  }
  const state = { status: to, doneAt: to === 'done' ? ctx.at : null, accepted: ownerId === actor || over }
  const whom = { ownerId, approverId, ...placeFor(row, tree) }
  return { campaignId, number, name, ...whom, startOn, dueOn, priority, ...texts, ...state }
}

/** @throws UserError when somebody was faster with one of them */
const keepChanged = async (ctx: Context, changed: readonly Changed[]): Promise<void> => {
  const moved = changed.filter(({ data }) => Object.keys(data).length > 0)
  if (moved.length === 0) return
  const tasks = moved.map(({ task, data }): Task => {
    const done = data.status === undefined ? {} : { doneAt: data.status === 'done' ? ctx.at : null }
    return { ...task, ...data, ...done }
  })
  if ((await updateAll(ctx.db, tasks)) < tasks.length) throw new Overtaken('task.error.importMoved')
}

/** All links as they will be, by id. @throws UserError when they would close a loop. */
const keepLinks = async (ctx: Context, campaignId: number, { added, changed }: ImportPlan): Promise<void> => {
  const tasks = await tasksOf(ctx.db, campaignId)
  const byNumber = new Map(tasks.map((task) => [task.number, task]))
  const idsOf = ({ predecessors = [] }: TaskRow) =>
    predecessors.flatMap((number) => byNumber.get(number)?.id ?? [])
  const fresh = added.flatMap((row) => {
    const taskId = byNumber.get(row.number)?.id
    return taskId === undefined
      ? []
      : idsOf(row).map((predecessorId) => ({ campaignId, taskId, predecessorId }))
  })
  await addLinks(ctx.db, fresh)
  for (const { task, row, relinked } of changed) if (relinked) await replaceLinks(ctx.db, task, idsOf(row))
  const ids = tasks.map(({ id }) => id)
  try {
    ordered(neighboursOf(ids, await linksOf(ctx.db, campaignId)))
  } catch (error) {
    throw error instanceof LoopError ? new UserError('task.error.importMoved') : error
  }
}

/** What `rows` would do now. @param actor who would import them */
export const planned = async (
  ctx: Pick<Context, 'db'>,
  campaignId: number,
  rows: readonly TaskRow[],
  actor: string,
) => {
  const [tasks, links] = [await tasksOf(ctx.db, campaignId), await linksOf(ctx.db, campaignId)]
  return planImport(tasks, links, rows, actor, await strategiesOf(ctx.db, campaignId))
}

/**
 * Keeps `rows`: tasks are found by their number; the same rows again change nothing.
 * @param origin what the audit log says of where they come from
 * @throws UserError when somebody in them has left, or the tasks have moved so that they no longer fit
 */
export const importTasks = async (
  ctx: Context,
  campaign: Campaign,
  rows: readonly TaskRow[],
  origin: Readonly<Record<string, string>>,
): Promise<{ added: number; changed: number; unchanged: number }> => {
  const places = rows.flatMap(({ place }) => place ?? [])
  const tree = places.length > 0 ? await addMissing(ctx, campaign, places) : []
  await nextNumber(ctx.db, campaign.id)
  await holdLinks(ctx.db, campaign.id)
  const plan = await planned(ctx, campaign.id, rows, acting(ctx).id)
  const { added, changed, unchanged } = plan
  for (const person of named(plan)) await holdPerson(ctx.db, person)
  if (added.length > 0)
    await addAll(
      ctx.db,
      added.map((row) => newTask(ctx, campaign.id, row, tree)),
    )
  await keepChanged(ctx, changed)
  await keepLinks(ctx, campaign.id, plan)
  const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length }
  await record(ctx, campaign, plan, { ...origin, ...counts })
  await tellOwners(ctx, campaign, concerned(ctx, plan))
  return counts
}

const record = async (
  ctx: Context,
  { id }: Campaign,
  { changed }: ImportPlan,
  what: object,
): Promise<void> => {
  const before = changed.map(({ task, data }) => [task.number, valuesOf(task, Object.keys(data))])
  const after = changed.map(({ task, data }) => [task.number, data])
  const subject = `campaign:${id}`
  await ctx.record({
    action: 'task.import',
    subject,
    campaign: id,
    before,
    after: { ...what, changes: after },
  })
  const tasks = changed.map(({ task, data }): Task => ({ ...task, ...data }))
  await ctx.changed(subject, ...subjectsOf(...changed.map(({ task }) => task), ...tasks))
}

const valuesOf = (task: Task, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, task[name as keyof Task]]))
