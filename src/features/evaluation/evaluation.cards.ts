/** How the evaluation of a campaign looks: target, actual value and rate of each metric, then what was said of them. */
import { actions, type Block, button, type Card, card, list, note, table, text } from '../../kit/card.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { campaignRef, isOpen } from '../campaign/index.js'
import { actualText, dimensionText, type Evaluated, rateText, targetText } from './evaluation.js'

const mostShown = 20
const none = '–'
const columns = ['dimension', 'metric', 'target', 'actual', 'rate'] as const

export interface EvaluationState {
  campaign: { id: number; name: string; status: string }
  rows: readonly Evaluated[]
}

export const evaluationCard =
  ({ campaign, rows }: EvaluationState) =>
  (t: Translate): Card => {
    const ref = campaignRef(campaign.id)
    const shown = rows.slice(0, mostShown)
    const more = rows.length - shown.length
    return card(t('evaluation.title', { campaign: ref, name: cut(campaign.name, 80) }), [
      rows.length === 0 ? text(t('evaluation.empty')) : numbers(t, shown),
      said(t, shown, ref),
      more > 0 ? note(t('evaluation.more', { count: more })) : null,
      rows.some(({ number }) => number === null) ? note(t('evaluation.proposed')) : null,
      actions(
        ...(isOpen(campaign)
          ? [button(t('evaluation.button.set'), 'evaluation-set', { campaign: ref })]
          : []),
        button(t('evaluation.button.export'), 'export', { table: 'effect-evaluation', campaign: ref }),
      ),
    ])
  }

const numbers = (t: Translate, rows: readonly Evaluated[]): Block =>
  table(
    columns.map((column) => t(`evaluation.column.${column}`)),
    rows.map((row) => [
      `${row.number === null ? '' : `${row.number}. `}${cut(dimensionText(t, row.dimension), 40)}`,
      cut(row.metric, 60),
      targetText(row) || none,
      actualText(row) || none,
      rateText(row) || none,
    ]),
  )

/** What was written beside the numbers, a line per metric. */
const said = (t: Translate, rows: readonly Evaluated[], campaign: string): Block | null => {
  const items = rows.flatMap((row) => {
    const { analysis, suggestion, source } = row
    if (!analysis && !suggestion && !source) return []
    const args = { dimension: row.dimension, metric: cut(row.metric, 200), campaign }
    const change = button(t('evaluation.button.change'), 'evaluation-set', args)
    return [{ text: line(t, row), buttons: row.metric.length > 200 ? [] : [change] }]
  })
  return items.length === 0 ? null : list(items)
}

const line = (t: Translate, { metric, analysis, suggestion, source }: Evaluated): Text =>
  join([
    [{ bold: cut(metric, 60) }],
    ...(analysis ? [cut(analysis, 200)] : []),
    ...(suggestion ? [`→ ${cut(suggestion, 200)}`] : []),
    ...(source ? [t('evaluation.source', { source: cut(source, 80) })] : []),
  ])
