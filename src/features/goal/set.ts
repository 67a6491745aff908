/** What a column of a goal becomes when somebody types something else for it. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut, plainText } from '../../kit/text.js'
import type { ValueKind } from '../../kit/value.js'
import { dueFrom, notSmart, ownerFrom, settled } from './draft.js'
import type { Found } from './find.js'
import { goalTypes, type Lack } from './goal.js'
import type { Goal, GoalChange } from './goal.repo.js'
import { comparable, grown, growthFrom, type Measure, measureFrom } from './measure.js'
import { partsFit } from './split.js'

export const goalFields = [
  ...(['type', 'strategy', 'metric', 'target', 'owner', 'due', 'remarks'] as const),
  ...(['unit', 'baseline', 'growth'] as const),
] as const
export type GoalField = (typeof goalFields)[number]

/** What a goal cannot be without. */
const needed: Partial<Readonly<Record<GoalField, Lack>>> = {
  ...{ type: 'type', metric: 'metric', target: 'number', unit: 'unit', owner: 'owner', due: 'due' },
}

const longestMetric = 500

/** @throws UserError (field `value`) for what cannot be read or would leave a goal that is not SMART. */
export const setTo = async (
  ctx: Context,
  { goal, campaign }: Found,
  field: GoalField,
  value: string,
): Promise<GoalChange> => {
  if (['-', '–', plainText(ctx.t('goal.nothing'))].includes(value.toLowerCase())) return emptied(ctx, field)
  if (field === 'type') return { type: typeFrom(ctx, value) }
  if (field === 'strategy' || field === 'remarks') return { [field]: value }
  if (field === 'metric') return { metric: cut(value.replace(/\s+/gu, ' '), longestMetric) }
  if (field === 'owner') return { ownerId: (await ownerFrom(ctx, value, 'value')).id }
  if (field === 'due') return { dueOn: dueFrom(ctx, campaign, value, 'value') }
  return numbers(ctx, goal, field, value)
}

const emptied = (ctx: Context, field: GoalField): GoalChange => {
  const lack = needed[field]
  if (lack) throw notSmart(ctx.t, [lack])
  if (field === 'baseline') return { baseline: null, baselineKind: null, baselineUnit: null, growth: null }
  return { [field]: null }
}

const typeFrom = (ctx: Context, value: string): string => {
  const typed = value.toLowerCase()
  const found = goalTypes.find(
    (one) => one === typed || ctx.t.named('goal.type', one).toLowerCase() === typed,
  )
  if (found) return found
  const known = goalTypes.map((one) => ctx.t.named('goal.type', one)).join(', ')
  throw new UserError('goal.error.type', { given: cut(value, 40), known }, { field: 'value' })
}

type NumberField = 'target' | 'unit' | 'baseline' | 'growth'

const numbers = (ctx: Context, goal: Goal, field: NumberField, value: string): GoalChange => {
  if (field === 'growth') return withGrowth(goal, { growth: growthFrom(value, 'value') })
  if (field === 'baseline') return withGrowth(goal, baselineFrom(goal, value))
  const typed =
    field === 'target'
      ? measureFrom(value, undefined, 'value')
      : measureFrom(goal.target.toFixed(), value, 'value')
  const { number: target, kind, unit, compare } = known(ctx, goal, typed)
  keepsParts(goal, { kind, unit })
  return { target, kind, unit, compare: field === 'unit' ? goal.compare : compare }
}

/** A number without a unit keeps the one the goal has, and a plain percent stays a change. */
const known = (ctx: Context, goal: Goal, typed: Measure): Measure => {
  const measure = settled(typed, goal.metric, goal, null)
  if (measure.kind === 'amount' && measure.unit === '') throw notSmart(ctx.t, ['unit'])
  return measure
}

/** @throws UserError when the parts of a split would be counted in something else. */
const keepsParts = (goal: Goal, now: { kind: string; unit: string }): void => {
  if (partsFit(goal, now)) return
  throw new UserError('goal.error.hasSplits', { unit: goal.unit }, { field: 'value' })
}

const baselineFrom = (goal: Goal, value: string) => {
  const base = measureFrom(value, undefined, 'value')
  const unit = base.kind === 'amount' && goal.kind === 'amount' ? base.unit || goal.unit : base.unit
  if (base.kind === 'amount' && goal.kind === 'amount' && unit !== goal.unit)
    throw new UserError('goal.error.baselineUnit', { unit, other: goal.unit }, { field: 'value' })
  return { baseline: base.number, baselineKind: base.kind as ValueKind, baselineUnit: unit }
}

/** R5: a target that was computed is computed again; one that was typed stays. */
const withGrowth = (goal: Goal, data: GoalChange): GoalChange => {
  const now = { ...goal, ...data }
  if (now.growth !== null && now.baseline === null)
    throw new UserError('goal.error.growthAlone', {}, { field: 'value' })
  const was = goal.baseline && goal.growth ? grown(goal.baseline, goal.growth) : null
  const shape = { kind: now.baselineKind ?? '', unit: now.baselineUnit ?? '' }
  if (!was?.eq(goal.target) || !now.baseline || !now.growth || !comparable(shape, goal)) return data
  return { ...data, target: grown(now.baseline, now.growth) }
}
