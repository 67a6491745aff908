/** One line of news about a task, for the people it concerns. */
import { actions, button, type Card, card, fields, type Tone, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { TaskState } from './task.cards.js'
import { taskRef } from './task.js'
import { nameOf, statusLine } from './task.lines.js'

/** What can happen to a task that somebody else should know. */
export const news = [
  'offered',
  'taken',
  'declined',
  'fell',
  'passed',
  'returned',
  'moved',
  'changed',
  'delayed',
  'cancelled',
] as const
export type News = (typeof news)[number]
export const isNews = (text: string): text is News => (news as readonly string[]).includes(text)

export interface NewsState extends TaskState {
  what: News
  by: string
  /** Who is spoken of, e.g. the new owner. */
  about: string | null
  reason: string | null
}

const tones: Readonly<Partial<Record<News, Tone>>> = {
  taken: 'good',
  passed: 'good',
  declined: 'warn',
  delayed: 'warn',
  fell: 'warn',
  returned: 'warn',
}

export const newsCard =
  (state: NewsState) =>
  (t: Translate): Card => {
    const { what, task, names, by, about, reason } = state
    const key: Key = `task.news.${what}`
    const params = {
      task: cut(task.name, 80),
      by: nameOf(names, by),
      about: about === null ? '' : nameOf(names, about),
    }
    return card(
      t(key, { ...params, status: t.named('task.status', task.status) }),
      [
        reason === null ? null : text(cut(reason, 1500)),
        fields([
          [t('task.field.owner'), nameOf(names, task.ownerId)],
          [t('task.field.due'), task.dueOn],
          [t('task.field.status'), statusLine(t, state)],
        ]),
        actions(button(t('task.open.card'), 'task', { task: taskRef(task) })),
      ],
      tones[what] ?? 'plain',
    )
  }
