/** 《活动执行监控表》, the KPIs of a campaign with their last values (004-T3): five columns, a row per KPI. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { kpisOf, limitText, shown, targetText } from '../../kpi/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

export const executionMonitor = async ({ db }: Reading, { id }: Campaign, t: Translate): Promise<Sheet> => ({
  title: t.named('table.execution-monitor', 'title'),
  columns: columnsFor(t, 'execution-monitor'),
  rows: (await kpisOf(db, id)).map((kpi) => {
    const last = kpi.readings[0]
    return [
      kpi.name,
      targetText(kpi),
      last ? shown(kpi, last.value) : '',
      limitText(kpi) ?? '',
      kpi.measure ?? '',
    ]
  }),
})
