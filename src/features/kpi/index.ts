/** KPIs: targets and thresholds of the template, readings by command, alarms in the channel. */
import type { Feature } from '../../kit/feature.js'
import { facts } from './alarms.js'
import { kpi as read } from './commands/kpi.js'
import { kpiRemove } from './commands/kpi-remove.js'
import { kpiTarget } from './commands/kpi-target.js'
import { kpis } from './commands/kpis.js'
import { samples } from './kpi.samples.js'
import { views } from './kpi.views.js'
import { campaignCreated } from './reactions/campaign-created.js'
import { personLinked } from './reactions/person-linked.js'

export const kpi: Feature = {
  name: 'kpi',
  commands: [read, kpis, kpiTarget, kpiRemove],
  views,
  reactions: [campaignCreated, personLinked],
  samples,
  facts,
}

export { type Alarm, alarms, alarmsAmong } from './alarms.js'
export { kpiMeant } from './find.js'
export { importKpis } from './import.js'
export { limitsFrom, limitText, mostKpis, rateFor, readingFrom, shown, stateFor, targetText } from './kpi.js'
export { addKpi, type Kpi, kpiById, kpisOf, kpisOfAll, removeKpi, updateKpi } from './kpi.repo.js'
export { columnsIn as kpiColumns, isNews, type KpiRow, limitIn, targetIn as kpiTarget } from './row.js'
