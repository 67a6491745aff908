/** `goal split`: parts by channel, tier or category; they add up, or a reason says why not (F11, R7). */
import { z } from 'zod'
import { choice, long, ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import type { Translate } from '../../../kit/translate.js'
import { Decimal } from '../../../kit/value.js'
import { change, mayChange } from '../change.js'
import { findGoal } from '../find.js'
import { type Goal, saveSplit } from '../goal.repo.js'
import { written } from '../measure.js'
import { splitCard } from '../split.cards.js'
import {
  type Axis,
  axes,
  gapOf,
  mustAddUp,
  type Part,
  partsFrom,
  partsOf,
  partsText,
  sumOf,
} from '../split.js'

export const goalSplit = defineCommand({
  name: 'goal-split',
  args: z.object({
    goal: ref(),
    // Also takes `by channel 淘宝=250万 …`, as the line is usually written.
    parts: long(2000),
    axis: choice(axes).optional(),
    reason: word(1000).optional(),
  }),
  may: 'goals',
  async run(ctx, { goal: given, parts: typed, axis: chosen, reason }) {
    const found = await findGoal(ctx, given)
    mayChange(ctx, found.campaign)
    mustAddUp(found.goal)
    const { axis, text } = axisOf(ctx.t, chosen, typed)
    const parts = partsFrom(found.goal, text)
    const why = reasonFor(found.goal, parts, reason)
    const earlier = found.goal.splits.find((split) => split.axis === axis)
    const before = earlier ? partsOf(earlier.parts) : null
    await saveSplit(ctx.db, found.goal.id, axis, parts, why)
    const said = (of: readonly Part[] | null) => ({ axis, parts: of && partsText(found.goal, of) })
    const now = await change(
      ctx,
      found,
      {},
      {
        ...{ action: 'goal.split', before: said(before) },
        after: { ...said(parts), reason: why },
      },
    )
    return splitCard({ goal: now, axis, before })(ctx.t)
  },
})

/** The axis said by itself, or the first word of the parts. @throws UserError when nobody said which. */
const axisOf = (t: Translate, chosen: Axis | undefined, typed: string): { axis: Axis; text: string } => {
  const [, first = '', rest = ''] = /^(?:by\s+)?([^\s=:：]+)\s+(.*)$/isu.exec(typed.trim()) ?? []
  const called = (axis: Axis) => [axis, ...t.named('goal.axis-words', axis).split('|')]
  const named = axes.find((axis) => called(axis).includes(first.toLowerCase()))
  // In `渠道 = 80万` the word names a part.
  const axis = /^\s*[=:：]/.test(rest) ? undefined : named
  if (chosen ?? axis) return { axis: (chosen ?? axis) as Axis, text: axis ? rest : typed }
  throw new UserError('goal.error.axis', {}, { field: 'axis', missing: true })
}

/** A gap needs a reason; where there is none, none is kept. @throws UserError that names the gap exactly. */
const reasonFor = (goal: Goal, parts: readonly Part[], reason: string | undefined): string | null => {
  const gap = gapOf(goal, parts)
  if (gap.isZero()) return null
  if (reason !== undefined) return reason
  const shown = (number: Decimal) => written(goal, new Decimal(number.toFixed()))
  const params = {
    ...{ sum: shown(sumOf(parts)), target: shown(goal.target), gap: shown(gap.abs()) },
    parts: cut(partsText(goal, parts), 500),
  }
  const key = gap.lt(0) ? 'goal.error.over' : 'goal.error.gap'
  throw new UserError(key, params, { field: 'reason', missing: true })
}
