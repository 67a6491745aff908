/** What was saved: the version, what it has, and in what it differs from what its campaign was made from. */
import { actions, button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type Content, type Version, versionButton, versionName } from '../template/index.js'
import type { Entry } from './diff.js'
import { entryLine, taskNames } from './lines.js'

export interface SavedState {
  row: Pick<Version, 'id' | 'name' | 'version' | 'note'>
  content: Content
  /** What the campaign was made from. */
  before: Content
  entries: readonly Entry[]
}

const most = 12

export const savedCard =
  ({ row, content, before, entries }: SavedState) =>
  (t: Translate): Card => {
    const names = taskNames(before, content)
    const { phases, tasks, kpis, reports } = content
    const counts = { phases: phases.length, tasks: tasks.length, kpis: kpis.length, reports: reports.length }
    const name = versionName(row)
    return card(
      t('reuse.saved.title', { name: cut(name, 120) }),
      [
        text(t('reuse.saved.has', counts)),
        row.note ? note(t('template.show.note', { note: cut(row.note, 500) })) : null,
        entries.length === 0
          ? note(t('reuse.saved.same'))
          : text(t('reuse.saved.differs', { count: entries.length })),
        entries.length > 0
          ? list(entries.slice(0, most).map((entry) => ({ text: entryLine(t, names, entry) })))
          : null,
        entries.length > most ? note(t('template.show.more', { count: entries.length - most })) : null,
        actions(
          button(t('template.list.show'), 'template-show', { template: versionButton(row) }),
          button(t('template.show.use'), 'new-from', { template: versionButton(row) }),
        ),
      ],
      'good',
    )
  }
