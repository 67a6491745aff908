/** What a newer version would change in a campaign, with the button that does it; and what has come of it. */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import { addDays } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { campaignRef, rangeText } from '../campaign/index.js'
import { type Template, templateTitle, versionButton, versionName } from '../template/index.js'
import type { Entry } from './diff.js'
import { entryLine, keptLine, taskNames } from './lines.js'
import type { Outlook } from './outlook.js'

/** A version is applied only when all that it changes can be read on one card. */
export const mostShown = 60
/** Lines about what stays. */
const mostKept = 15

type Shown = Pick<Outlook, 'campaign' | 'changes' | 'kept' | 'mine' | 'theirs' | 'digest'> & {
  from: Template
  row: Pick<Outlook['row'], 'id' | 'name' | 'version' | 'note'>
}

const detailOf = (t: Translate, { campaign, theirs }: Shown, entry: Entry): string | undefined => {
  const task = theirs.tasks.find(({ key }) => entry.part === 'task' && key === entry.key)
  if (entry.how !== 'added' || !task) return undefined
  const dates = rangeText(addDays(campaign.launchOn, task.from), addDays(campaign.launchOn, task.to))
  return `${dates} · ${t.named('people.role', task.owner)}`
}

const keptBlocks = (t: Translate, { kept }: Shown): (Block | null)[] => {
  if (kept.length === 0) return []
  const lines = kept.slice(0, mostKept).map((entry) => ({ text: keptLine(t, entry) }))
  return [
    text(t('reuse.upgrade.kept', { count: kept.length })),
    list(lines),
    kept.length > mostKept ? note(t('template.show.more', { count: kept.length - mostKept })) : null,
  ]
}

const apply = (t: Translate, { campaign, row, changes, digest }: Shown): Block => {
  if (changes.length > mostShown) return note(t('reuse.upgrade.many', { max: mostShown }))
  const args = { campaign: campaignRef(campaign.id), template: versionButton(row), digest }
  return actions(
    button(t('reuse.upgrade.apply', { version: row.version }), 'template-upgrade-apply', args, 'primary'),
  )
}

/** @param moved it was shown before, and something has changed since */
export const upgradeCard =
  (state: Shown, moved = false) =>
  (t: Translate): Card => {
    const { campaign, from, row, changes, mine, theirs } = state
    const names = taskNames(mine, theirs)
    const said = { from: cut(templateTitle(t, from), 80), to: cut(versionName(row), 80) }
    return card(
      t('reuse.upgrade.title', { campaign: campaignRef(campaign.id), name: cut(campaign.name, 80) }),
      [
        moved ? text([{ bold: t.named('reuse.upgrade', 'moved') }]) : null,
        text(t('reuse.upgrade.from', said)),
        row.note ? note(t('template.show.note', { note: cut(row.note, 500) })) : null,
        changes.length === 0
          ? text(t('reuse.upgrade.nothing'))
          : text(t('reuse.upgrade.changes', { count: changes.length })),
        changes.length === 0
          ? null
          : list(
              changes
                .slice(0, mostShown)
                .map((entry) => ({ text: entryLine(t, names, entry, detailOf(t, state, entry)) })),
            ),
        ...keptBlocks(t, state),
        apply(t, state),
      ],
      moved ? 'warn' : 'plain',
    )
  }
