/** What KPI cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { defineView, type View } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { personById } from '../people/index.js'
import { type KpiState, kpiCard, type TableState, tableCard } from './kpi.cards.js'
import { kpiById, kpisOf } from './kpi.repo.js'

const loadKpi = async ({ db }: Reading, args: Record<string, string>): Promise<KpiState | null> => {
  const kpi = await kpiById(db, Number(args.kpi))
  const campaign = kpi && (await campaignById(db, kpi.campaignId))
  if (!kpi || !campaign) return null
  const by = kpi.readings[0]?.byId ?? ''
  return { kpi, campaign, by: (await personById(db, by))?.name ?? by }
}

const loadTable = async ({ db }: Reading, args: Record<string, string>): Promise<TableState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  return campaign && { campaign, kpis: await kpisOf(db, campaign.id) }
}

export const views: Record<string, View> = {
  'kpi.card': defineView({ load: loadKpi, draw: kpiCard }),
  'kpi.table': defineView({ load: loadTable, draw: tableCard }),
}
