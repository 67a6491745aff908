/** `task shift`: what waits for a task that ends later gets new days, after a preview (F48). */
import { z } from 'zod'
import { choice, seen, word } from '../../../kit/args.js'
import type { Card } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { daysBetween, localDate } from '../../../kit/time.js'
import { leads, mustBeOpen, phaseName, phaseOn } from '../../campaign/index.js'
import { acting, change, mustLeadFor } from '../change.js'
import { type Found, findTask } from '../find.js'
import { peopleOf, reachable } from '../inform.js'
import { holdLinks, linksOf } from '../link.repo.js'
import { movedCard, type ShiftState, shiftCard } from '../shift.cards.js'
import { fingerprint, type Move, movesOf, slipOf, type Way, ways } from '../shift.js'
import { isOpen } from '../task.js'
import { type Task, tasksOf } from '../task.repo.js'

export const taskShift = defineCommand({
  name: 'task-shift',
  // Only buttons know how far a task was moved before, and of what they were drawn.
  args: z.object({ task: word(), by: choice(ways).optional(), slip: seen(), seen: seen() }),
  may: 'work',
  async run(ctx, { task: ref, by, slip, seen: version }) {
    const found = await findTask(ctx, ref, { command: 'task-shift', args: by ? { by } : {} })
    mustBeOpen(ctx, found.campaign)
    refuseCancelled(ctx, found.task)
    if (by) await mustLeadFor(ctx, found.task, found.campaign)
    if (by) await holdLinks(ctx.db, found.campaign.id)
    const state = await stateOf(ctx, found, moved(slip))
    if (!by || version !== state.seen) {
      return shiftCard({ ...state, anew: version !== undefined })(ctx.t)
    }
    await apply(ctx, found, state, by)
    return movedCard(state, by)(ctx.t)
  },
})

const longest = 3660
const moved = (days: number | undefined): number => Math.min(longest, Math.max(0, days ?? 0))

const refuseCancelled = (ctx: Context, task: Task): void => {
  const params = { task: cut(task.name, 60), status: ctx.t.named('task.status', task.status) }
  if (task.status === 'cancelled') throw new UserError('task.error.over', params)
}

/** The preview after a due date was moved, if something no longer fits; else nothing. */
export const shiftAfter = async (
  ctx: Context,
  { task, campaign }: Found,
  now: Task,
): Promise<Card | null> => {
  const days = daysBetween(task.dueOn, now.dueOn)
  if (days <= 0) return null
  const state = await stateOf(ctx, { task: now, campaign }, moved(days))
  return state.moves.consume.length > 0 ? shiftCard(state)(ctx.t) : null
}

const stateOf = async (ctx: Context, { task, campaign }: Found, days: number): Promise<ShiftState> => {
  const today = localDate(ctx.at, campaign.zone)
  const [tasks, links] = [await tasksOf(ctx.db, campaign.id), await linksOf(ctx.db, campaign.id)]
  const plan = { tasks, links, run: campaign, today }
  const finishedOn = task.doneAt && localDate(task.doneAt, campaign.zone)
  const slip = slipOf(task, days, finishedOn, today)
  const moves = { consume: movesOf(plan, slip, 'consume'), keep: movesOf(plan, slip, 'keep') }
  const phase = phaseOn(campaign, campaign.launchOn)
  return {
    ...{ campaign, today, slip, moves, moved: days, anew: false },
    launchPhase: phase && phaseName(ctx.t, campaign, phase.key),
    names: await peopleOf(
      ctx.db,
      moves.keep.map((move) => move.task),
    ),
    seen: fingerprint(plan, slip),
    leads: leads(acting(ctx), campaign),
  }
}

/** All or nothing: whoever changes one of them meanwhile makes the work begin again, and it shows a new preview. */
const apply = async (ctx: Context, { campaign }: Found, state: ShiftState, way: Way): Promise<void> => {
  const { slip } = state
  const moves = state.moves[way]
  // What was late is due on the day that the new plan counts on: the same days are never added twice.
  if (isOpen(slip.task) && slip.dueOn > slip.task.dueOn)
    await change(ctx, slip.task, { dueOn: slip.dueOn }, 'task.shift')
  for (const { task, startOn, dueOn } of moves) await change(ctx, task, { startOn, dueOn }, 'task.shift')
  const hearers = new Map<string, Move[]>()
  for (const move of moves) {
    const person = reachable(state.names, move.task.ownerId, campaign)
    hearers.set(person, [...(hearers.get(person) ?? []), move])
  }
  for (const [person, own] of hearers)
    if (person !== acting(ctx).id) await tellMoved(ctx, slip.task, person, own)
}

const tellMoved = (ctx: Context, after: Task, person: string, moves: readonly Move[]): Promise<void> => {
  const shifts = moves.slice(0, 100).map(({ task, days }) => `${task.id}:${days}`)
  const args = { after: String(after.id), by: acting(ctx).id, moves: shifts.join(',') }
  return ctx.tell({ person }, { view: 'task.shifted', args }, { because: 'task.shifted' })
}
