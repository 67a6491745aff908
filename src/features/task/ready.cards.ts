/** What waited for others can begin (F29). */
import { actions, button, type Card, card, fields } from '../../kit/card.js'
import type { Translate } from '../../kit/translate.js'
import type { TaskState } from './task.cards.js'
import { taskRef } from './task.js'
import { isBlocked, rowButtons, statusLine, titleOf } from './task.lines.js'
import type { Task } from './task.repo.js'

export interface ReadyState extends TaskState {
  /** What it waited for last. */
  after: Pick<Task, 'name' | 'number'>
}

export const readyCard =
  (state: ReadyState) =>
  (t: Translate, { person }: { person: string | null }): Card => {
    const { task, after } = state
    const params = { task: titleOf(task), after: titleOf(after) }
    const waits = task.status === 'todo' && isBlocked(state)
    return card(
      waits ? t('task.ready.again', params) : t('task.ready.title', params),
      [
        fields([
          [t('task.field.start'), task.startOn],
          [t('task.field.due'), task.dueOn],
          [t('task.field.status'), statusLine(t, state)],
        ]),
        actions(
          ...rowButtons(t, state, person),
          button(t('task.open.card'), 'task', { task: taskRef(task) }),
        ),
      ],
      waits ? 'warn' : 'good',
    )
  }
