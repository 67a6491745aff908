/** 《活动筹备进度表》, the preparation progress of a campaign (004-T2): six columns, a row per task, by due date. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { peopleByIds } from '../../people/index.js'
import { statuses, tasksOf } from '../../task/index.js'
import type { Sheet } from '../sheet.js'

export const preparationProgress = async (
  { db }: Reading,
  { id }: Campaign,
  t: Translate,
): Promise<Sheet> => {
  const tasks = await tasksOf(db, id)
  const people = await peopleByIds(
    db,
    tasks.map(({ ownerId }) => ownerId),
  )
  const names = new Map(people.map((person) => [person.id, person.name]))
  const label = (column: string): string => t.named('table.preparation-progress', column)
  return {
    title: label('title'),
    columns: [
      { label: label('task'), kind: 'text' },
      { label: label('owner'), kind: 'text' },
      { label: label('start'), kind: 'date' },
      { label: label('due'), kind: 'date' },
      {
        label: label('status'),
        kind: 'choice',
        choices: statuses.map((status) => t.named('task.status', status)),
      },
      { label: label('remarks'), kind: 'text' },
    ],
    rows: tasks.map((task) => [
      task.name,
      names.get(task.ownerId) ?? '',
      task.startOn,
      task.dueOn,
      t.named('task.status', task.status),
      task.remarks ?? '',
    ]),
  }
}
