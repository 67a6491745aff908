/** How several goals look: the consensus table of 003-T1, and what is asked before it is changed. */
import { actions, type Block, button, type Card, card, list, note, table, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { isOpen } from '../campaign/index.js'
import { differsFromRule, goalRef } from './goal.js'
import { listButton, type Names, nameOf, openButton, targetText } from './goal.lines.js'
import type { Goal } from './goal.repo.js'
import type { Season } from './history.js'
import { written } from './measure.js'

const mostRows = 20
const none = '–'
const columns = ['type', 'strategy', 'metric', 'target', 'owner', 'due', 'remarks'] as const

export interface ListState {
  campaign: { id: number; name: string; status: string }
  /** In their order. */
  goals: readonly Goal[]
  names: Names
  /** The same season of earlier years. */
  seasons: readonly Season[]
}

/** 《推广策略目标共识表》 (D3): seven columns, a row per goal, in the order of R4 or the one somebody gave them. */
export const listCard =
  ({ campaign, goals, names, seasons }: ListState) =>
  (t: Translate): Card => {
    const title = t('goal.list.title', { campaign: cut(campaign.name, 80) })
    const ref = formatId('C', campaign.id)
    const add = button(t('goal.button.add'), 'goal-add', { campaign: ref })
    const order = button(t('goal.button.rank'), 'goal-rank')
    const may = isOpen(campaign)
    if (goals.length === 0)
      return card(title, [text(t('goal.list.empty')), ...earlier(t, seasons), may ? actions(add) : null])
    return card(title, [
      table(
        columns.map((column) => t(`goal.column.${column}`)),
        goals.slice(0, mostRows).map((goal) => rowOf(t, goal, names)),
      ),
      goals.length > mostRows ? note(t('goal.list.more', { count: goals.length - mostRows })) : null,
      note(t(differsFromRule(goals) ? 'goal.list.byHand' : 'goal.list.byRule')),
      ...earlier(t, seasons),
      opening(goals),
      may ? actions(add, ...(goals.length > 1 ? [order] : [])) : null,
    ])
  }

const rowOf = (t: Translate, goal: Goal, names: Names): Text[] => [
  `${goalRef(goal.id)} ${t.named('goal.type', goal.type)}`,
  goal.strategy === null ? none : cut(goal.strategy, 60),
  cut(goal.metric, 60),
  targetText(goal),
  cut(nameOf(names, goal.ownerId), 40),
  goal.dueOn,
  goal.remarks === null ? none : cut(goal.remarks, 80),
]

const mostEarlier = 5

/** What was planned and reached in earlier years: a new goal is set by it (R6). */
const earlier = (t: Translate, seasons: readonly Season[]): Block[] => {
  if (seasons.length === 0) return []
  const lines = seasons.map(({ id, name, launchOn, goals }) => {
    const reached = goals.slice(0, mostEarlier).map(({ goal, actual }) => {
      const target = `${cut(goal.metric, 30)} ${targetText(goal)}`
      return actual === null ? target : `${target} → ${written(goal, actual)}`
    })
    return { text: join([`${formatId('C', id)} ${cut(name, 40)}`, launchOn, reached.join(', ') || none]) }
  })
  return [text([{ bold: plainText(t('goal.earlier')) }]), list(lines)]
}

const mostButtons = 5

/** The first goals, each to be opened. */
const opening = (goals: readonly Goal[]): Block =>
  actions(
    ...goals
      .slice(0, mostButtons)
      .map(({ id, metric }) => button(`${goalRef(id)} ${cut(metric, 20)}`, 'goal', { goal: goalRef(id) })),
  )

export interface RankState {
  campaign: { id: number; name: string }
  before: readonly Goal[]
  after: readonly Goal[]
  /** What the order was drawn from. */
  seen: number
}

/** The order as it would be, to be confirmed (F9, R4). */
export const rankCard =
  ({ campaign, before, after, seen }: RankState) =>
  (t: Translate): Card =>
    card(
      t('goal.rank.title', { campaign: cut(campaign.name, 80) }),
      [
        list(
          after.map((goal, i) => {
            const was = before.findIndex(({ id }) => id === goal.id)
            const line = `${i + 1}. ${goalRef(goal.id)} ${cut(goal.metric, 60)} ${targetText(goal)}`
            return { text: was === i ? line : join([line, t('goal.rank.was', { place: was + 1 })]) }
          }),
        ),
        differsFromRule(after) ? note(t('goal.rank.rule')) : null,
        actions(
          button(
            t('goal.rank.confirm'),
            'goal-rank',
            { order: after.map(({ id }) => goalRef(id)).join(' '), seen },
            'primary',
          ),
          listButton(t, formatId('C', campaign.id)),
        ),
      ],
      'warn',
    )

/** What would be taken away, to be confirmed. */
export const removeCard =
  ({ goal, names }: { goal: Goal; names: Names }) =>
  (t: Translate): Card =>
    card(
      t('goal.remove.title', { goal: `${goalRef(goal.id)} ${cut(goal.metric, 60)} ${targetText(goal)}` }),
      [
        text(t('goal.remove.text', { name: nameOf(names, goal.ownerId), parts: goal.splits.length })),
        actions(
          button(
            t('goal.remove.confirm'),
            'goal-remove',
            { goal: goalRef(goal.id), seen: goal.version },
            'danger',
          ),
          openButton(t, goal),
        ),
      ],
      'warn',
    )
