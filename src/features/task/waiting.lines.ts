/** What a task card says of what the task waits for, and of what waits for it. */
import { type Block, type Button, button, note } from '../../kit/card.js'
import { formatId, parseId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { isLate, taskRef } from './task.js'
import type { Row } from './task.lines.js'
import type { Task } from './task.repo.js'

export interface WaitingState extends Row {
  /** All it waits for, done or not. */
  predecessors?: readonly Task[]
  /** Something open waits for it. */
  awaited?: boolean
  /** Ids as they were typed and understood otherwise, e.g. M-03. */
  misspelt?: string | null
}

const mostPredecessors = 10

/** `M-001 KOC筛选 (done), M-003 素材制作 (in progress) · 定稿后` */
export const predecessorLine = (t: Translate, { task, predecessors = [] }: WaitingState): Text | null => {
  const tasks = predecessors
    .slice(0, mostPredecessors)
    .map(
      ({ number, name, status }) =>
        `${formatId('M', number)} ${cut(name, 40)} (${t.named('task.status', status)})`,
    )
  const more = predecessors.length > mostPredecessors ? ' …' : ''
  const words = task.predecessor === null ? [] : [cut(task.predecessor, 300)]
  const parts = [...(tasks.length > 0 ? [tasks.join(', ') + more] : []), ...words]
  return parts.length === 0 ? null : join(parts)
}

/** O18: what was understood otherwise than it was typed is said. */
export const readAs = (t: Translate, { misspelt = null }: WaitingState): Block | null => {
  const ids = (misspelt ?? '').split(',').flatMap((given) => {
    const id = parseId(given)
    return id ? [`${given} → ${formatId('M', id.number)}`] : []
  })
  return ids.length === 0 ? null : note(t('task.card.readAs', { ids: ids.join(', ') }))
}

/** What is late holds up others: their new dates are one press away (F48). */
export const shiftButtons = (t: Translate, { task, today, awaited = false }: WaitingState): Button[] =>
  awaited && isLate(task, today)
    ? [button(t('task.button.shift'), 'task-shift', { task: taskRef(task) })]
    : []
