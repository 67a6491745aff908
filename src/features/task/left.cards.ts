/** The tasks of somebody who has left, each with the button that gives it to somebody else. */
import { actions, type Button, button, type Card, card, list, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Key, Translate } from '../../kit/translate.js'
import { taskRef } from './task.js'
import { assignButton, shortDate } from './task.lines.js'
import type { Task } from './task.repo.js'

const mostLines = 10

export interface LeftState {
  campaign: { id: number; name: string }
  person: { id: string; name: string }
  /** What is open and names them, most urgent first. */
  tasks: readonly Task[]
  today: LocalDate
}

/** While there is something left to give to others; then a word that all is done. */
export const leftCard =
  ({ campaign, person, tasks, today }: LeftState) =>
  (t: Translate): Card => {
    const count = tasks.length
    const name = cut(person.name, 60)
    const open = button(t('task.open.list'), 'tasks', { campaign: formatId('C', campaign.id) })
    const lines = tasks.slice(0, mostLines).map((task) => ({
      text: lineOf(t, task, person.id, today),
      buttons: [passOn(t, task, person.id)],
    }))
    return card(
      t('task.left.title', { name, count, campaign: cut(campaign.name, 80) }),
      [
        count > 0 ? text(t('task.left.text')) : null,
        count > 0 ? list(lines) : null,
        count > mostLines ? note(t('task.more', { count: count - mostLines })) : null,
        actions(open),
      ],
      count > 0 ? 'warn' : 'good',
    )
  }

/** The owner weighs most: whoever owned it need not be named as its approver, too. */
const part = ({ ownerId, proposedOwnerId }: Task, left: string): 'owner' | 'asked' | 'approver' => {
  if (ownerId === left) return 'owner'
  return proposedOwnerId === left ? 'asked' : 'approver'
}

const parts: Readonly<Record<ReturnType<typeof part>, Key>> = {
  owner: 'task.left.owner',
  asked: 'task.left.asked',
  approver: 'task.left.approver',
}

const lineOf = (t: Translate, task: Task, left: string, today: LocalDate): Text =>
  join([
    [`${formatId('M', task.number)} `, { bold: cut(task.name, 60) }],
    shortDate(task.dueOn, today),
    t(parts[part(task, left)]),
  ])

/** The form asks to whom. */
const passOn = (t: Translate, task: Task, left: string): Button =>
  part(task, left) === 'approver'
    ? button(t('task.button.approver'), 'task-set', { task: taskRef(task), field: 'approver' })
    : assignButton(t, task)
