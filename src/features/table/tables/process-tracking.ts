/** 《流程跟踪表》, the process tracking of a campaign (000-T1): seven columns, a row per task, by due date. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import { type Campaign, phaseName, phaseOn } from '../../campaign/index.js'
import { tasksOf } from '../../task/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor, namesFor, noteIn, statusChoice } from './columns.js'

export const processTracking = async ({ db }: Reading, campaign: Campaign, t: Translate): Promise<Sheet> => {
  const tasks = await tasksOf(db, campaign.id)
  const names = await namesFor(db, tasks)
  return {
    title: t.named('table.process-tracking', 'title'),
    columns: columnsFor(t, 'process-tracking', { node: { kind: 'date' }, status: statusChoice(t) }),
    rows: tasks.map((task) => {
      const { value, rest } = noteIn(t, task.remarks, 'process-tracking', 'phase')
      const dated = phaseOn(campaign, task.dueOn)
      return [
        value || (dated ? phaseName(t, campaign, dated.key) : ''),
        task.name,
        task.description ?? '',
        names.get(task.ownerId) ?? '',
        task.dueOn,
        t.named('task.status', task.status),
        rest,
      ]
    }),
  }
}
