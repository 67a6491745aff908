/** KPIs: targets and thresholds of the template, readings by command, alarms in the channel. */
import type { Feature } from '../../kit/feature.js'
import { facts } from './alarms.js'
import { kpi as read } from './commands/kpi.js'
import { kpis } from './commands/kpis.js'
import { samples } from './kpi.samples.js'
import { views } from './kpi.views.js'
import { campaignCreated } from './reactions/campaign-created.js'
import { personLinked } from './reactions/person-linked.js'

export const kpi: Feature = {
  name: 'kpi',
  commands: [read, kpis],
  views,
  reactions: [campaignCreated, personLinked],
  samples,
  facts,
}

export { type Alarm, alarms, alarmsAmong } from './alarms.js'
export { kpiMeant } from './find.js'
export { rateFor, shown } from './kpi.js'
export { addKpi, type Kpi, kpiById, kpisOf, kpisOfAll, removeKpi, updateKpi } from './kpi.repo.js'
