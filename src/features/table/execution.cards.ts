/** The execution plan in the chat: a row per phase, the one that runs today marked (F79). */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut, join, type Span, type Text } from '../../kit/text.js'
import { daysBetween, type LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import {
  byDate,
  type Campaign,
  campaignRef,
  dayOf,
  gaps,
  isOpen,
  phaseName,
  phaseOn,
  rangeText,
} from '../campaign/index.js'
import { counts } from '../task/index.js'
import { cellsOf, type ExecutionPlan, type Saying, tasksWithin } from './execution.js'

export interface ExecutionState {
  campaign: Campaign
  today: LocalDate
  plan: ExecutionPlan
  criteria: readonly { taskId: number; name: string; done: number; need: number }[]
}

type Phase = Campaign['phases'][number]

const shown: readonly Saying[] = ['owner', 'core', 'criterion', 'resources', 'risk', 'response', 'remarks']
/** Letters of a cell on the card; the export has them all. */
const longest = 200

export const executionCard =
  (state: ExecutionState) =>
  (t: Translate): Card => {
    const { campaign, today } = state
    const phases = byDate(campaign.phases)
    const ref = { campaign: campaignRef(campaign.id) }
    return card(t('table.execution.title', { ...ref, name: cut(campaign.name, 100) }), [
      phases.length > 0
        ? list(phases.map((phase) => rowOf(t, state, phase)))
        : text(t('table.execution.none')),
      phaseOn(campaign, today) ? null : note(t('table.execution.between')),
      gapsNote(t, campaign),
      actions(
        button(t('table.execution.export'), 'export', { table: 'market-plan', ...ref }),
        button(t('table.execution.show'), 'show', ref),
      ),
    ])
  }

const rowOf = (t: Translate, state: ExecutionState, phase: Phase) => {
  const { campaign, today, plan } = state
  const runs = phase === phaseOn(campaign, today)
  const cells = cellsOf(plan, phase)
  const lines = shown.flatMap((column): Text[] => {
    const value = cut(cells[column].replace(/\s+/g, ' '), longest)
    return value === '' ? [] : [[`${t.named('table.execution.columns', column)}: ${value}`]]
  })
  const done = progressIn(t, state, phase)
  const set = button(t('table.execution.set'), 'phase-detail', {
    campaign: campaignRef(campaign.id),
    phase: phase.key,
  })
  return {
    text: join([headOf(t, campaign, phase, runs ? today : null), ...lines, ...done], '\n'),
    buttons: isOpen(campaign) ? [set] : [],
  }
}

/** `▶ 爆发期 2024-06-15 – 06-17 · day 2 of 3` while it runs. */
const headOf = (t: Translate, campaign: Campaign, phase: Phase, today: LocalDate | null): Span[] => {
  const name = phaseName(t, campaign, phase.key)
  const range = ` ${rangeText(phase.fromOn, phase.toOn)}`
  if (today === null) return [{ bold: name }, range]
  const { day, total } = dayOf(phase, today)
  const now = t('table.execution.now', { day, total })
  return [{ bold: `▶ ${name}` }, range, ' · ', ...(typeof now === 'string' ? [now] : now)]
}

/** How many tasks of the phase are done, and what has been counted of their criteria. */
const progressIn = (t: Translate, { plan, criteria, today }: ExecutionState, phase: Phase): Text[] => {
  const tasks = tasksWithin(plan.tasks, phase)
  if (tasks.length === 0) return []
  const { done, total, late } = counts(tasks, today)
  const ids = new Set(tasks.map(({ id }) => id))
  const counted = criteria.filter(({ taskId }) => ids.has(taskId)).slice(0, 10)
  const said = counted.map(({ name, done: have, need }) => `${cut(name, 40)} ${have}/${need}`)
  return [
    t('table.execution.tasks', { done, total, late }),
    ...(said.length > 0 ? [t('table.execution.counted', { counts: said.join(', ') })] : []),
  ]
}

/** Gaps are allowed and shown (O49). */
const gapsNote = (t: Translate, campaign: Campaign): Block | null => {
  const found = gaps(campaign).map(({ fromOn, toOn }) =>
    t('table.execution.gap', { days: daysBetween(fromOn, toOn) + 1, range: rangeText(fromOn, toOn) }),
  )
  return found.length > 0 ? note(join(found)) : null
}
