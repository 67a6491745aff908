/** News for the owner of what was moved because something before it ends later (F48). */
import { actions, button, type Card, card, list, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { taskRef } from './task.js'
import { issueButton, type Names, nameOf, shortDate, titleOf } from './task.lines.js'
import type { Task } from './task.repo.js'

const mostLines = 10

export interface ShiftedState {
  campaign: { id: number; name: string }
  today: LocalDate
  /** What ended later. */
  after: Task
  by: string
  names: Names
  /** As they stand now, with the days by which they moved. */
  tasks: readonly { task: Task; days: number }[]
}

/** To the owner of what was moved: the shift in days, and a way to say that it cannot be done. */
export const shiftedCard =
  (state: ShiftedState) =>
  (t: Translate): Card => {
    const { campaign, after, by, names, tasks, today } = state
    const params = { count: tasks.length, by: nameOf(names, by), after: titleOf(after) }
    const lines = tasks.slice(0, mostLines).map(({ task, days }) => ({
      text: shiftedLine(t, today, task, days),
      buttons: [button(t('task.open.card'), 'task', { task: taskRef(task) })],
    }))
    const [first] = tasks
    return card(
      t('task.shifted.title', params),
      [
        text(t('task.shifted.text', params)),
        list(lines),
        tasks.length > mostLines ? note(t('task.more', { count: tasks.length - mostLines })) : null,
        first
          ? actions(
              issueButton(
                t,
                plainText(t('task.shifted.issue', { task: formatId('M', first.task.number) })),
                first.task,
              ),
            )
          : null,
        note(`${formatId('C', campaign.id)} ${cut(campaign.name, 80)}`),
      ],
      'warn',
    )
  }

const shiftedLine = (t: Translate, today: LocalDate, task: Task, days: number): Text =>
  join([
    [`${formatId('M', task.number)} `, { bold: cut(task.name, 60) }],
    `${shortDate(task.startOn, today)}–${shortDate(task.dueOn, today)}`,
    t('task.shift.days', { count: days }),
  ])
