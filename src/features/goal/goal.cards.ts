/** How one goal looks: its numbers as they were read, how far it is, its parts, what earlier years reached. */
import { actions, type Block, button, type Card, card, fields, note, table, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Key, Translate } from '../../kit/translate.js'
import { Decimal } from '../../kit/value.js'
import { isOpen } from '../campaign/index.js'
import { type Kpi, rateFor, shown } from '../kpi/index.js'
import { betterOf, goalRef, isAbovePeak } from './goal.js'
import { baselineText, gapText, listButton, type Names, nameOf, readText, targetText } from './goal.lines.js'
import type { Goal } from './goal.repo.js'
import type { Earlier } from './history.js'
import { grown, written } from './measure.js'
import { isUnexplained, partsOf } from './split.js'

const none = '–'

export interface GoalState {
  goal: Goal
  campaign: { id: number; name: string; status: string; endOn: LocalDate }
  names: Names
  kpi: Kpi | null
  /** How many KPIs the campaign has. */
  kpis: number
  earlier: readonly Earlier[]
  /** What was unusual about the due date when it was given. */
  due: 'past' | 'late' | null
}

export const goalCard =
  (state: GoalState) =>
  (t: Translate): Card => {
    const { goal, campaign } = state
    const warnings = warningsOf(t, state)
    return card(
      `${goalRef(goal.id)} ${cut(goal.metric, 80)} ${targetText(goal)}`,
      [
        ...warnings.map(text),
        columns(t, state),
        ...goal.splits.flatMap((split) => splitBlocks(t, goal, split)),
        ...historyBlocks(t, state),
        note(`${formatId('C', campaign.id)} ${cut(campaign.name, 80)}`),
        buttons(t, state),
      ],
      warnings.length > 0 ? 'warn' : 'plain',
    )
  }

/** Few metrics, not many (R8). */
const mostKpis = 7

const warningsOf = (t: Translate, { goal, campaign, kpis, due }: GoalState): Text[] => [
  ...(isAbovePeak(goal) && goal.peak !== null
    ? [t('goal.warn.peak', { target: targetText(goal), peak: written(goal, goal.peak) })]
    : []),
  ...(due === null ? [] : [t(`goal.warn.${due}`, { due: goal.dueOn, end: campaign.endOn })]),
  ...(isUnexplained(goal) ? [t('goal.warn.split')] : []),
  ...(kpis > mostKpis ? [t('goal.warn.kpis', { count: kpis, max: mostKpis })] : []),
]

const columns = (t: Translate, { goal, names, kpi }: GoalState): Block => {
  const better = t(`goal.better.${betterOf(goal)}`)
  const rows: [Key, Text | null][] = [
    ['goal.column.type', t.named('goal.type', goal.type)],
    ['goal.column.strategy', goal.strategy && cut(goal.strategy, 500)],
    ['goal.column.metric', cut(goal.metric, 500)],
    ['goal.column.baseline', baselineLine(goal)],
    ['goal.column.target', targetText(goal)],
    ['goal.column.read', join([readText(t, goal), better])],
    ['goal.column.reached', reachedText(goal, kpi)],
    ['goal.column.owner', nameOf(names, goal.ownerId)],
    ['goal.column.due', goal.dueOn],
    ['goal.column.remarks', goal.remarks && cut(goal.remarks, 1000)],
  ]
  return fields(rows.flatMap(([key, value]) => (value === null ? [] : [[t(key), value] as const])))
}

/** With growth, what it comes to is said as well (R5). */
const baselineLine = (goal: Goal): string | null => {
  const { baseline, growth, baselineKind, baselineUnit } = goal
  if (baseline === null || growth === null) return baselineText(goal)
  const shape = { kind: baselineKind ?? goal.kind, unit: baselineUnit ?? '' }
  return `${baselineText(goal)} = ${written(shape, grown(baseline, growth))}`
}

/** `K-3 18万人 (90%)`: the last reading of its KPI. */
const reachedText = (goal: Goal, kpi: Kpi | null): string | null => {
  if (!kpi) return null
  const last = kpi.readings[0]
  const ref = formatId('K', kpi.number)
  if (!last) return `${ref} ${none}`
  const rate = rateFor({ target: goal.target, better: betterOf(goal) }, last.value)
  return `${ref} ${shown(kpi, last.value)}${rate === null ? '' : ` (${rate}%)`}`
}

/** The parts of one axis with their shares, and what they leave open. */
export const splitBlocks = (t: Translate, goal: Goal, split: Goal['splits'][number]): Block[] => {
  const share = (value: string) =>
    goal.target.isZero()
      ? none
      : `${new Decimal(value).div(goal.target).mul(100).toDecimalPlaces(1).toFixed()}%`
  const rows = partsOf(split.parts).map(({ name, value }) => [
    name,
    written(goal, new Decimal(value)),
    share(value),
  ])
  return [
    table([t.named('goal.axis', split.axis), t('goal.column.target'), t('goal.column.share')], rows),
    note(gapText(t, goal, split)),
  ]
}

const historyBlocks = (t: Translate, { goal, earlier }: GoalState): Block[] => {
  if (earlier.length === 0) return []
  const number = (value: Earlier['actual']) => (value === null ? none : written(goal, value))
  return [
    text([{ bold: plainText(t('goal.earlier')) }]),
    table(
      [t('goal.column.campaign'), t('goal.column.launch'), t('goal.column.target'), t('goal.column.actual')],
      earlier.map(({ id, name, launchOn, target, actual }) => [
        `${formatId('C', id)} ${cut(name, 40)}`,
        launchOn,
        number(target),
        number(actual),
      ]),
    ),
  ]
}

const buttons = (t: Translate, { goal, campaign }: GoalState): Block => {
  const [ref, seen] = [goalRef(goal.id), goal.version]
  const all = listButton(t, formatId('C', campaign.id))
  if (!isOpen(campaign)) return actions(all)
  return actions(
    button(t('goal.button.set'), 'goal-set', { goal: ref, seen }),
    ...(goal.kind === 'amount' ? [button(t('goal.button.split'), 'goal-split', { goal: ref })] : []),
    button(t('goal.button.top'), 'goal-rank', { order: ref }),
    button(t('goal.button.remove'), 'goal-remove', { goal: ref }, 'danger'),
    all,
  )
}
