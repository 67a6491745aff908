/** `goal set`: one column of a goal, by whoever leads; numbers are read and checked as for a new one. */
import { z } from 'zod'
import { choice, long, ref, seen } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { localDate } from '../../../kit/time.js'
import { change, mayChange, recorded, refuseStale } from '../change.js'
import { findGoal } from '../find.js'
import { dueWarning } from '../goal.js'
import type { Goal } from '../goal.repo.js'
import { goalView } from '../goal.views.js'
import { tellOwner } from '../inform.js'
import { kpiAfter, peakFor } from '../link.js'
import { goalFields, setTo } from '../set.js'

export const goalSet = defineCommand({
  name: 'goal-set',
  args: z.object({ goal: ref(), field: choice(goalFields), value: long(2000), seen: seen() }),
  may: 'goals',
  async run(ctx, { goal: given, field, value, seen: version }) {
    const found = await findGoal(ctx, given)
    const { goal, campaign } = found
    mayChange(ctx, campaign)
    refuseStale(ctx, goal, version)
    const data = await setTo(ctx, found, field, value)
    const wished = { ...goal, ...data }
    if (isSame(goal, wished)) throw new UserError('goal.error.same', {}, { field: 'value' })
    const linked = {
      ...(await kpiAfter(ctx.db, goal, wished)),
      ...(await peakFor(ctx.db, campaign, wished)),
    }
    const columns = { before: recorded(goal), after: recorded(wished) }
    const now = await change(ctx, found, { ...data, ...linked }, { action: 'goal.set', ...columns })
    if (now.ownerId !== goal.ownerId) await tellOwner(ctx, now)
    const today = localDate(ctx.at, campaign.zone)
    return goalView(now, field === 'due' ? dueWarning(now.dueOn, campaign, today) : null)
  },
})

const isSame = (goal: Goal, wished: Goal): boolean =>
  (Object.keys(goal) as (keyof Goal)[]).every((name) => String(goal[name]) === String(wished[name]))
