/** The lines that goals are shown in: on cards, in the plan and in the letter that is signed (D2). */
import { type Button, button } from '../../kit/card.js'
import { cut, plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { Decimal } from '../../kit/value.js'
import { goalRef } from './goal.js'
import type { Goal } from './goal.repo.js'
import { digits, written } from './measure.js'
import { gapOf, partsOf, partsText } from './split.js'

/** Names of people by id. */
export type Names = Readonly<Record<string, string>>
export const nameOf = (names: Names, id: string): string => names[id] ?? id

/** `20万人`, `≤30秒` */
export const targetText = (goal: Pick<Goal, 'target' | 'kind' | 'unit' | 'compare'>): string =>
  written(goal, goal.target, goal.compare)

/** How the typed number was read, all digits: `200,000人`; a change, a share or a ratio in words (F8). */
export const readText = (t: Translate, goal: Pick<Goal, 'target' | 'kind' | 'unit' | 'compare'>): Text => {
  const { target, kind, unit } = goal
  const number = digits(target.abs())
  if (kind === 'uplift') return t(target.lt(0) ? 'goal.read.fall' : 'goal.read.rise', { number })
  if (kind === 'ratio') return t('goal.read.ratio', { number })
  return `${goal.compare ?? ''}${number}${kind === 'percent' ? '%' : unit}`
}

/** `300万元 + 50% = 450万元`, the growth space of R5; null without a baseline. */
export const baselineText = (goal: Goal): string | null => {
  if (goal.baseline === null) return null
  const base = written({ kind: goal.baselineKind ?? goal.kind, unit: goal.baselineUnit ?? '' }, goal.baseline)
  if (goal.growth === null) return base
  return `${base} ${goal.growth.lt(0) ? '−' : '+'} ${digits(goal.growth.abs())}%`
}

/** What the parts leave open, or that they add up; with the reason given for a gap. */
export const gapText = (t: Translate, goal: Goal, split: { parts: unknown; reason: string | null }): Text => {
  const gap = gapOf(goal, partsOf(split.parts))
  if (gap.isZero()) return t('goal.split.even')
  const amount = written(goal, new Decimal(gap.abs().toFixed()))
  const said = plainText(t(gap.lt(0) ? 'goal.split.over' : 'goal.split.gap', { gap: amount }))
  return split.reason ? `${said}: ${cut(split.reason, 500)}` : said
}

/** One goal as the plan prints it: the columns of 003-T1, below it the parts it is split into. */
export const planLines = (t: Translate, goal: Goal, names: Names): string => {
  const columns = [
    `${goalRef(goal.id)} ${cut(goal.metric, 200)} ${targetText(goal)}`,
    t.named('goal.type', goal.type),
    goal.strategy && cut(goal.strategy, 300),
    nameOf(names, goal.ownerId),
    goal.dueOn,
    goal.remarks && cut(goal.remarks, 300),
  ]
  const parts = goal.splits.map((split) => {
    const by = t.named('goal.axis', split.axis)
    return `  ${by}: ${partsText(goal, partsOf(split.parts))} (${plainText(gapText(t, goal, split))})`
  })
  return [columns.filter(Boolean).join(' · '), ...parts].join('\n')
}

/** Opens the card of a goal. */
export const openButton = (t: Translate, { id }: Pick<Goal, 'id'>): Button =>
  button(t('goal.open.card'), 'goal', { goal: goalRef(id) })

export const listButton = (t: Translate, campaign: string): Button =>
  button(t('goal.open.list'), 'goals', { campaign })
