/** What a task consists of, on its card: what is counted, and its dated points (F41, F42). */
import { type Block, button, list, progress } from '../../kit/card.js'
import { cut, join } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type Criterion, criteriaText } from './criterion.js'
import type { TaskNode } from './node.repo.js'
import { isOpen, taskRef } from './task.js'
import { shortDate } from './task.lines.js'
import type { Task } from './task.repo.js'

export interface PartsState {
  task: Task
  today: string
  criteria: readonly Criterion[]
  nodes: readonly TaskNode[]
}

/** `笔记 2/3 · 测评 0/1` */
export const criteriaLine = ({ criteria }: Pick<PartsState, 'criteria'>): string | null =>
  criteria.length === 0 ? null : cut(criteriaText(criteria), 400)

export const nodeBlocks = (t: Translate, { task, today, nodes }: PartsState): Block[] => {
  if (nodes.length === 0) return []
  const done = nodes.filter(({ doneAt }) => doneAt !== null).length
  const items = nodes.map((node) => ({
    text: join([[{ bold: cut(node.name, 80) }], when(node, today), ...lateness(t, node, today)]),
    done: node.doneAt !== null,
    buttons: isOpen(task) ? [tick(t, task, node)] : [],
  }))
  return [progress(t('task.node.progress'), done, nodes.length), list(items)]
}

const when = ({ onDay, time }: TaskNode, today: string): string =>
  time === null ? shortDate(onDay, today) : `${shortDate(onDay, today)} ${time}`

const lateness = (t: Translate, { onDay, doneAt }: TaskNode, today: string) =>
  doneAt === null && onDay < today ? [t('task.node.late')] : []

const tick = (t: Translate, task: Task, { number, doneAt }: TaskNode) =>
  button(t(doneAt ? 'task.node.reopen' : 'task.node.tick'), 'task-node-tick', {
    task: taskRef(task),
    node: String(number),
    to: doneAt ? 'open' : 'done',
  })
