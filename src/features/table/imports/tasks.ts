/** Tables whose rows are tasks (000-T1, 003-T2, 004-T2), kept through the rules of tasks. */
import { formatId } from '../../../kit/ids.js'
import { cut } from '../../../kit/text.js'
import { type ImportPlan, importTasks, planned, type TaskRow } from '../../task/index.js'
import { type Importer, outcomeOf, type Touched } from '../importer.js'
import { taskRows } from '../rows/task-rows.js'

/** Under which heading of a table a change of a task stands. */
const headings: Readonly<Record<string, string>> = {
  name: 'task',
  ownerId: 'owner',
  proposedOwnerId: 'owner',
  accepted: 'owner',
  approverId: 'approver',
  startOn: 'start',
  dueOn: 'due',
  strategyId: 'strategy',
  moduleId: 'strategy',
}

const told = ({ task, data, relinked }: ImportPlan['changed'][number]): Touched => {
  const columns = Object.keys(data).map((column) => headings[column] ?? column)
  const all = [...columns, ...(relinked ? ['predecessor'] : [])]
  return { id: formatId('M', task.number), name: cut(task.name, 40), columns: [...new Set(all)] }
}

export const tasks: Importer<TaskRow> = {
  read: taskRows,
  async outlook({ db }, campaign, rows, actor) {
    const plan = await planned({ db }, campaign.id, rows, actor)
    const changes = plan.changed.map(({ task, data, relinked }) => [
      task.number,
      task.version,
      data,
      relinked,
    ])
    return outcomeOf(plan, [plan.added.map(({ number }) => number), changes], told)
  },
  async apply(ctx, campaign, rows, source) {
    await importTasks(ctx, campaign, rows, { ...source })
  },
  way: 'tasks',
}
