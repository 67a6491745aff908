/** The one way in which goals change: by whoever leads, compare-and-set, recorded, shown – also in the plan. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { isLanguage, type Translate } from '../../kit/translate.js'
import { type Campaign, mustBeOpen, mustHold, writeGoalRows } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import type { Found } from './find.js'
import { goalRef, subjectsOf } from './goal.js'
import { openButton, planLines, targetText } from './goal.lines.js'
import { type Goal, type GoalChange, goalById, goalsOf, updateGoal } from './goal.repo.js'

/** @throws UserError unless the actor may change its goals and it is still to be changed. */
export const mayChange = (ctx: Context, campaign: Campaign): void => {
  mustHold(ctx, campaign, 'goals')
  mustBeOpen(ctx, campaign)
}

/** @throws UserError when the button was drawn from an older version: it says how the goal stands now. */
export const refuseStale = (ctx: Context, goal: Goal, seen: number | undefined): void => {
  if (seen !== undefined && seen < goal.version) throw changed(ctx, goal)
}

export const changed = (ctx: Context, goal: Goal, Refusal = UserError): UserError => {
  const params = { goal: `${goalRef(goal.id)} ${cut(goal.metric, 60)}`, target: targetText(goal) }
  return new Refusal('goal.error.changed', params, { buttons: [openButton(ctx.t, goal)] })
}

/** What the audit log keeps of a goal: the columns of 003-T1 as people read them. */
export const recorded = (goal: Goal) => ({
  ...{ metric: goal.metric, target: targetText(goal), type: goal.type, strategy: goal.strategy },
  ...{ owner: goal.ownerId, due: goal.dueOn, remarks: goal.remarks },
})

/** The same in short, for a goal that comes or goes. */
export const recordedShort = (goal: Goal) => ({
  name: `${cut(goal.metric, 100)} ${targetText(goal)}`,
  ...{ type: goal.type, owner: goal.ownerId, due: goal.dueOn },
})

/**
 * Keeps `data`, records what differs and has every card that shows the goal drawn again.
 * @returns the goal as it is now. @throws Overtaken when somebody was faster.
 */
export const change = async (
  ctx: Context,
  { goal, campaign }: Found,
  data: GoalChange,
  what: { action: string; before: unknown; after: unknown },
): Promise<Goal> => {
  if (!(await updateGoal(ctx.db, goal, data)))
    throw changed(ctx, (await goalById(ctx.db, goal.id)) ?? goal, Overtaken)
  const now = (await goalById(ctx.db, goal.id)) ?? goal
  await ctx.record({ ...what, subject: `goal:${goal.id}`, campaign: campaign.id })
  await refresh(ctx, campaign, now)
  return now
}

/** The plan names the goals as they are now, and what shows them is drawn again. */
export const refresh = async (ctx: Context, campaign: Campaign, ...goals: readonly Goal[]): Promise<void> => {
  await writeGoalRows(ctx.db, campaign.id, () => rowsOf(ctx, campaign))
  await ctx.emit('goal.changed', { campaign })
  await ctx.changed(`campaign:${campaign.id}`, ...goals.flatMap(subjectsOf))
}

/** The words of the campaign: what is kept in its plan is the same for everybody. */
export const wordsOf = ({ t }: Context, { language }: Pick<Campaign, 'language'>): Translate =>
  isLanguage(language) ? t.in(language) : t

const rowsOf = async (ctx: Context, { id, language }: Campaign): Promise<string> => {
  const goals = await goalsOf(ctx.db, id)
  const people = await peopleByIds(
    ctx.db,
    goals.map(({ ownerId }) => ownerId),
  )
  const names = Object.fromEntries(people.map((person) => [person.id, person.name]))
  const t = wordsOf(ctx, { language })
  return goals.map((goal) => planLines(t, goal, names)).join('\n')
}
