/** The campaign plan as the table 004-T1: item, explanation, example; nothing that stands in it is lost. */
import type { Context } from '../../kit/context.js'
import type { PlanItemKey } from '../template/index.js'
import { byDate, type Span } from './campaign.js'
import { type Campaign, savePlanItem } from './campaign.repo.js'
import { type Change, mustWriteBudget } from './change.js'
import { movePhases } from './move.js'
import { contentOf, goalLines, type Planned, timeText, writtenIn } from './plan.js'

/** What a table says of a section. What is left out stays as it is. */
export interface PlanNews {
  item: PlanItemKey
  content?: string
  /** What the section is to say; kept beside it, not signed with it. */
  explanation?: string
  /** The days that the content of the section "time" means, when it means all of it. */
  spans?: readonly Span[]
}

const explanationOf = (item: PlanItemKey): string => `${item}.explanation`
/** The days as somebody wrote them, and which they were: shown for as long as the phases have them. */
const asWritten = { text: 'time.text', days: 'time.days' }

const daysOf = (spans: readonly Span[]): string =>
  byDate(spans)
    .map(({ key, fromOn, toOn }) => `${key} ${fromOn} ${toOn}`)
    .join('\n')

const timeCell = (campaign: Planned): string => {
  const days = writtenIn(campaign, asWritten.days).split('\n')
  const now = daysOf(campaign.phases).split('\n')
  const holds = days.every((line) => now.includes(line))
  return (
    writtenIn(campaign, 'time') || (holds && writtenIn(campaign, asWritten.text)) || timeText(campaign.phases)
  )
}

/** What is printed for a section; its explanation is empty when nobody wrote one. */
export const planCells = (
  campaign: Planned,
  item: PlanItemKey,
): { explanation: string; example: string } => ({
  explanation: writtenIn(campaign, explanationOf(item)),
  example: item === 'time' ? timeCell(campaign) : contentOf(campaign, item),
})

/** Whoever exports the goals has the numbered ones in the text; they are kept once. */
const withoutGoalLines = (campaign: Planned, text: string): string => {
  const lines = goalLines(campaign)
  return lines !== '' && text.endsWith(lines) ? text.slice(0, -lines.length).trim() : text
}

const timeItems = (campaign: Planned, content: string, spans: PlanNews['spans']): [string, string][] => {
  if (!spans)
    return [
      ['time', content],
      [asWritten.text, ''],
      [asWritten.days, ''],
    ]
  const keys = spans.map(({ key }) => key)
  const phases = [...campaign.phases.filter(({ key }) => !keys.includes(key)), ...spans]
  const own = content === timeText(phases) ? '' : content
  return [
    ['time', ''],
    [asWritten.text, own],
    [asWritten.days, own && daysOf(spans)],
  ]
}

/** Under which names a change is kept beside the campaign's own columns. */
const itemsFor = (campaign: Planned, { item, content, explanation, spans }: PlanNews): [string, string][] => {
  const said: [string, string][] = explanation === undefined ? [] : [[explanationOf(item), explanation]]
  if (content === undefined || item === 'theme' || item === 'audience') return said
  if (item === 'time') return [...said, ...timeItems(campaign, content, spans)]
  const text = item === 'goals' ? withoutGoalLines(campaign, content) : content
  return [...said, [item, item === 'name' && text === campaign.name ? '' : text]]
}

/** The phases that `news` would put on other days, or add. */
export const movedBy = ({ phases }: Pick<Planned, 'phases'>, news: readonly PlanNews[]): Span[] =>
  news.flatMap(({ spans = [] }) =>
    spans.filter(
      ({ key, fromOn, toOn }) =>
        !phases.some((one) => one.key === key && one.fromOn === fromOn && one.toOn === toOn),
    ),
  )

/**
 * Writes sections as `plan set` does, moves the phases that the section "time" means, and never renames the campaign.
 * @throws UserError when the phases cannot stand where they are to be, and for a budget that is not the actor's to set
 */
export const writePlan = async (
  ctx: Context,
  campaign: Campaign,
  news: readonly PlanNews[],
  what: Omit<Change, 'data'>,
): Promise<Campaign> => {
  if (news.some(({ item, content }) => item === 'budget' && content !== undefined))
    mustWriteBudget(ctx, campaign)
  for (const one of news)
    for (const [item, content] of itemsFor(campaign, one))
      await savePlanItem(ctx.db, campaign.id, item, content)
  const own = news.flatMap(({ item, content }) =>
    content !== undefined && (item === 'theme' || item === 'audience') ? [[item, content]] : [],
  )
  return movePhases(ctx, campaign, movedBy(campaign, news), { ...what, data: Object.fromEntries(own) })
}
