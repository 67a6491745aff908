/** The execution monitor (004-T3), kept through the rules of KPIs. */
import { formatId } from '../../../kit/ids.js'
import type { Db } from '../../../kit/store.js'
import { cut } from '../../../kit/text.js'
import { importKpis, type KpiRow, kpiColumns, kpisOf } from '../../kpi/index.js'
import { compared, type Importer, outcomeOf } from '../importer.js'
import { kpiKeys } from '../rows/kpi-keys.js'
import { kpiRows } from '../rows/kpi-rows.js'
import { paired } from '../rows/pairing.js'

const planned = async (db: Db, campaign: number, rows: readonly KpiRow[]) => {
  const met = paired(rows, await kpisOf(db, campaign), kpiKeys)
  return compared(
    rows,
    (row) => met.get(row),
    (row, kpi) => kpiColumns(kpi, row),
  )
}

export const kpis: Importer<KpiRow> = {
  read: kpiRows,
  async outlook({ db }, { id }, rows) {
    const plan = await planned(db, id, rows)
    const changes = plan.changed.map(({ stands, columns }) => [
      stands.id,
      stands.version,
      stands.readings[0]?.id ?? null,
      columns,
    ])
    const added = plan.added.map(({ name }) => name)
    return outcomeOf(plan, [added, changes], ({ stands, columns }) => ({
      id: formatId('K', stands.number),
      name: cut(stands.name, 40),
      columns,
    }))
  },
  async apply(ctx, campaign, rows, source) {
    await importKpis(ctx, campaign, await planned(ctx.db, campaign.id, rows), { ...source })
  },
  way: 'kpis',
}
