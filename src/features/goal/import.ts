/** Rows of a goal consensus table become goals: all or none, recorded as one import, and each owner hears of it once. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { Decimal } from '../../kit/value.js'
import type { Campaign } from '../campaign/index.js'
import { holdPerson } from '../people/index.js'
import { changed as changedSince, mayChange, recorded, refresh } from './change.js'
import { notSmart } from './draft.js'
import { acting } from './find.js'
import { goalRef, type Lack, mostGoals } from './goal.js'
import { addGoal, type Goal, goalById, goalsIn, updateGoal } from './goal.repo.js'
import { listView } from './goal.views.js'
import { tellOwner } from './inform.js'
import { kpiAfter, kpiFor, peakFor } from './link.js'
import { changeIn, type GoalRow } from './row.js'

export interface GoalPlan {
  added: readonly GoalRow[]
  changed: readonly { row: GoalRow; stands: Goal }[]
}

/**
 * @param source where the rows come from, for the log
 * @throws UserError when they are too many, one is not SMART, or somebody has changed a goal since
 */
export const importGoals = async (
  ctx: Context,
  campaign: Campaign,
  { added, changed }: GoalPlan,
  source: Readonly<Record<string, unknown>>,
): Promise<void> => {
  mayChange(ctx, campaign)
  if ((await goalsIn(ctx.db, [campaign.id])).length + added.length > mostGoals)
    throw new UserError('goal.error.many', { max: mostGoals })
  const renamed = changed.filter(({ row, stands }) => row.ownerId !== stands.ownerId)
  for (const { ownerId } of [...added, ...renamed.map(({ row }) => row)])
    if (ownerId !== undefined) await holdPerson(ctx.db, ownerId)
  const goals: Goal[] = []
  for (const row of added) goals.push(await add(ctx, campaign, row))
  const moved: Goal[] = []
  for (const { row, stands } of changed) {
    const now = await alter(ctx, campaign, row, stands)
    if (now.ownerId !== stands.ownerId) goals.push(now)
    else moved.push(now)
  }
  await record(ctx, campaign, { added, changed }, source)
  await refresh(ctx, campaign, ...goals, ...moved)
  await tellOwners(ctx, campaign, goals)
}

const record = async (
  ctx: Context,
  { id }: Campaign,
  { added, changed }: GoalPlan,
  source: object,
): Promise<void> => {
  const before = changed.map(({ stands }) => [goalRef(stands.id), recorded(stands)])
  const changes = changed.map(({ stands, row }) => [goalRef(stands.id), row])
  const after = { ...source, added: added.length, changed: changed.length, changes }
  await ctx.record({ action: 'goal.import', subject: `campaign:${id}`, campaign: id, before, after })
}

const add = async (ctx: Context, campaign: Campaign, row: GoalRow): Promise<Goal> => {
  const { metric, type, strategy = null, number, ownerId, dueOn, remarks = null } = row
  const lacking: Lack[] = [
    ...(number ? [] : (['number'] as const)),
    ...(type ? [] : (['type'] as const)),
    ...(ownerId ? [] : (['owner'] as const)),
    ...(dueOn ? [] : (['due'] as const)),
  ]
  if (!number || !type || !ownerId || !dueOn) throw notSmart(ctx.t, lacking)
  const measured = { metric, ...number, target: new Decimal(number.target) }
  return addGoal(ctx.db, {
    ...{ campaignId: campaign.id, type, strategy, ownerId, dueOn, remarks, ...measured },
    ...{ createdById: acting(ctx).id, createdAt: ctx.at },
    ...(await peakFor(ctx.db, campaign, measured)),
    ...(await kpiFor(ctx.db, campaign.id, measured)),
  })
}

const alter = async (ctx: Context, campaign: Campaign, row: GoalRow, goal: Goal): Promise<Goal> => {
  const data = changeIn(goal, row)
  const wished: Goal = { ...goal, ...data }
  const linked = {
    ...(await kpiAfter(ctx.db, goal, wished)),
    ...(await peakFor(ctx.db, campaign, wished)),
  }
  if (!(await updateGoal(ctx.db, goal, { ...data, ...linked }))) throw changedSince(ctx, goal, Overtaken)
  return (await goalById(ctx.db, goal.id)) ?? wished
}

/** Whoever answers for one goal from now on sees it, whoever answers for several sees the list. */
const tellOwners = async (ctx: Context, { id }: Campaign, goals: readonly Goal[]): Promise<void> => {
  const { subjects, ...view } = listView(id)
  for (const person of new Set(goals.map(({ ownerId }) => ownerId))) {
    const [one, other] = goals.filter(({ ownerId }) => ownerId === person)
    if (person === ctx.actor?.id || !one) continue
    if (!other) await tellOwner(ctx, one)
    // A message of its own: an edit of an earlier list would not be noticed.
    else {
      const replaces = `goals:${id}:${ctx.at.getTime()}`
      await ctx.tell({ person }, view, { replaces, subjects, because: 'goal.owner' })
    }
  }
}
