/** How the work breakdown looks: a heading per strategy, a line per module and task, and what has no task yet (F40). */
import { actions, type Block, button, type Card, card, list, note, type Tone, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { formatValue } from '../../kit/value.js'
import { campaignRef } from '../campaign/index.js'
import { type Counts, shortDate, statusLine, type Task } from '../task/index.js'
import { type Branch, isEmpty, type Part, roomsFor } from './breakdown.js'

/** A phone shows no more at a time. */
const most = { strategies: 15, modules: 30, tasks: 30, wishes: 5 }

export interface BreakdownState {
  campaign: { id: number; name: string }
  today: LocalDate
  branches: readonly Branch[]
  names: ReadonlyMap<string, string>
  /** Directions of the goals that no strategy takes up. */
  wishes: readonly string[]
}

export const breakdownCard =
  (state: BreakdownState) =>
  (t: Translate): Card => {
    const { campaign, branches, wishes } = state
    const title = t('breakdown.title', { campaign: cut(campaign.name, 80) })
    const shown = branches.slice(0, most.strategies)
    const blocks = branches.some(({ strategy }) => strategy !== null)
      ? []
      : [text(t('breakdown.empty', { count: branches.length }))]
    return card(
      title,
      [
        ...blocks,
        ...branchBlocks(t, state, shown),
        branches.length > shown.length
          ? note(t('breakdown.moreStrategies', { count: branches.length - shown.length }))
          : null,
        wishes.length > 0 ? text(t('breakdown.wishes', { names: cut(wishes.join('、'), 300) })) : null,
        buttonsOf(t, state),
      ],
      toneOf(branches),
    )
  }

const toneOf = (branches: readonly Branch[]): Tone => {
  if (branches.some(({ counts }) => counts.late > 0)) return 'bad'
  const lacks = ({ strategy, counts, parts }: Branch) =>
    strategy !== null && (counts.total === 0 || parts.some(isEmpty))
  return branches.some(lacks) ? 'warn' : 'plain'
}

const branchBlocks = (t: Translate, state: BreakdownState, shown: readonly Branch[]): Block[] => {
  const parts = shown.flatMap((branch) => branch.parts)
  const rooms = roomsFor(
    parts.map(({ tasks }) => tasks.length),
    most.tasks,
  )
  const roomOf = new Map(parts.map((part, i) => [part, rooms[i] ?? 0]))
  let modules = most.modules
  return shown.flatMap((branch) => {
    const some = branch.parts.slice(0, modules)
    modules -= some.length
    const left = branch.parts.length - some.length
    return [
      text(headOf(t, branch)),
      ...(some.length > 0
        ? [list(some.flatMap((part) => linesOf(t, state, part, roomOf.get(part) ?? 0)).map(asItem))]
        : []),
      ...(left > 0 ? [note(t('breakdown.moreModules', { count: left }))] : []),
    ]
  })
}

const asItem = (value: Text) => ({ text: value })

const headOf = (t: Translate, { strategy, counts }: Branch): Text =>
  join([
    [{ bold: strategy ? cut(strategy.name, 80) : t.named('breakdown', 'none') }],
    countsText(t, counts),
    ...(strategy?.budget
      ? [
          t('breakdown.budget', {
            budget: formatValue({ number: strategy.budget, unit: '元', kind: 'amount' }),
          }),
        ]
      : []),
  ])

const countsText = (t: Translate, { total, done, late }: Counts): Text =>
  total === 0 ? t('breakdown.noTask') : t('breakdown.counts', { total, done, open: total - done, late })

/** The module, and the tasks there is room for. */
const linesOf = (t: Translate, state: BreakdownState, part: Part, room: number): Text[] => {
  const { module, tasks, counts } = part
  const head = module ? [join([[{ bold: cut(module.name, 60) }], countsText(t, counts)])] : []
  const left = tasks.length - Math.min(room, tasks.length)
  const indent = module ? '└ ' : ''
  return [
    ...head,
    ...tasks.slice(0, room).map((task) => taskLine(t, state, task, indent)),
    ...(left > 0 ? [join([indent, t('breakdown.moreTasks', { count: left })], '')] : []),
  ]
}

const taskLine = (t: Translate, { today, names }: BreakdownState, task: Task, indent: string): Text =>
  join([
    `${indent}${formatId('M', task.number)} ${cut(task.name, 60)}`,
    names.get(task.ownerId) ?? task.ownerId,
    `${shortDate(task.startOn, today)}–${shortDate(task.dueOn, today)}`,
    statusLine(t, { task, today, reviewer: null }),
  ])

const buttonsOf = (t: Translate, { campaign: { id }, branches, wishes }: BreakdownState): Block => {
  const campaign = campaignRef(id)
  const idle = branches.find((branch) => branch.strategy !== null && isEmpty(branch))?.strategy
  return actions(
    ...wishes
      .slice(0, most.wishes)
      .map((name) =>
        button(t('breakdown.wish', { name: cut(name, 20) }), 'strategy-add', { name, campaign }),
      ),
    button(t('strategy.button.add'), 'strategy-add', { campaign }),
    ...(branches.some(({ strategy }) => strategy !== null)
      ? [button(t('strategy.button.addModule'), 'module-add', { campaign })]
      : []),
    button(t('strategy.button.addTask'), 'task-add', { campaign, ...(idle && { strategy: idle.name }) }),
  )
}
