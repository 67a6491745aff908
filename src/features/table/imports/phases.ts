/** Tables whose rows are the dated phases of a campaign (002-T1, 003-T3). */
import { type Campaign, movePhases, type Span } from '../../campaign/index.js'
import { compared, type Importer, outcomeOf } from '../importer.js'
import { phaseRows } from '../rows/phase-rows.js'

const planned = ({ phases }: Campaign, rows: readonly Span[]) =>
  compared(
    rows,
    (span) => phases.find(({ key }) => key === span.key),
    (span, now) => (now.fromOn === span.fromOn && now.toOn === span.toOn ? [] : ['period']),
  )

const days = (spans: readonly Span[]) => spans.map(({ key, fromOn, toOn }) => ({ key, fromOn, toOn }))

export const phases: Importer<Span> = {
  read: phaseRows,
  async outlook(_store, campaign, rows) {
    return outcomeOf(planned(campaign, rows), campaign.phases, ({ row, columns }) => ({
      id: row.key,
      name: row.label,
      columns,
    }))
  },
  async apply(ctx, campaign, rows, source) {
    const { added, changed } = planned(campaign, rows)
    const moved = [...added, ...changed.map(({ row }) => row)]
    if (moved.length === 0) return
    await movePhases(ctx, campaign, moved, {
      action: 'campaign.import',
      before: days(campaign.phases),
      after: { ...source, phases: days(moved) },
    })
  },
  way: 'show',
}
