/** 《推广任务拆解与责任分配表》, the task breakdown of a campaign (003-T2): ten printed columns, approver and status (O19). */
import type { Reading } from '../../../kit/context.js'
import { formatId } from '../../../kit/ids.js'
import type { Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { placeOf, placeText, strategiesOf } from '../../strategy/index.js'
import { awaitedBy, linksOf, priorities, type Task, tasksOf } from '../../task/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor, namesFor, noteIn, nothingIn, statusChoice } from './columns.js'

/** What is said of predecessors, with each of their ids; 无 when there are none. */
const predecessorText = (t: Translate, said: string | null, numbers: readonly number[]): string => {
  const ids = numbers.map((number) => formatId('M', number))
  const missing = ids.filter((id) => !said?.includes(id))
  return [missing.join(', '), said ?? ''].filter((part) => part !== '').join(' ') || nothingIn(t)
}

const byNumber = (a: Task, b: Task): number => a.number - b.number

export const taskBreakdown = async ({ db }: Reading, { id }: Campaign, t: Translate): Promise<Sheet> => {
  const tasks = (await tasksOf(db, id)).sort(byNumber)
  const awaited = awaitedBy(tasks, await linksOf(db, id))
  const names = await namesFor(db, tasks)
  const nothing = nothingIn(t)
  const tree = await strategiesOf(db, id)
  const strategyOf = (task: Task): string => {
    const place = placeOf(tree, task)
    // Tables imported before there were strategies have left it in the remarks.
    if (!place) return noteIn(t, task.remarks, 'task-breakdown', 'strategy').value
    return placeText(place.strategy, place.module)
  }
  const priority = {
    kind: 'choice' as const,
    choices: priorities.map((one) => t.named('task.priority', one)),
  }
  return {
    title: t.named('table.task-breakdown', 'title'),
    columns: columnsFor(t, 'task-breakdown', { priority, status: statusChoice(t) }),
    rows: tasks.map((task) => [
      formatId('M', task.number),
      task.name,
      task.description ?? '',
      strategyOf(task),
      names.get(task.ownerId) ?? '',
      task.startOn === task.dueOn ? task.dueOn : `${task.startOn}~${task.dueOn}`,
      task.deliverable ?? '',
      predecessorText(t, task.predecessor, awaited.get(task.number) ?? []),
      task.support ?? nothing,
      t.named('task.priority', task.priority),
      names.get(task.approverId ?? '') ?? '',
      t.named('task.status', task.status),
    ]),
  }
}
