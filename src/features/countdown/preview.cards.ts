/** How a launch that moves looks before it does: everything with its old and its new days (F5). */
import { actions, type Block, button, type Card, card, list, note, text } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { campaignRef, phaseName, rangeText } from '../campaign/index.js'
import { most, rest } from './countdown.cards.js'
import type { Moved, Shift } from './shift.js'

/** What would move, before anything does (F5). */
export const previewCard =
  (shift: Shift) =>
  (t: Translate): Card => {
    const { campaign, launchOn, days, done, fixed } = shift
    return card(
      t('countdown.preview.title', { campaign: campaignRef(campaign.id), name: cut(campaign.name, 80) }),
      [
        text(
          t('countdown.preview.launch', {
            before: campaign.launchOn,
            after: launchOn,
            days: Math.abs(days),
            later: days > 0 ? 'yes' : 'no',
          }),
        ),
        ...parts(t, shift),
        note(t('countdown.preview.stays', { done, fixed })),
        actions(
          button(
            t('countdown.preview.move', { launch: launchOn }),
            'launch-move',
            { campaign: campaignRef(campaign.id), to: launchOn, seen: campaign.version },
            'primary',
          ),
        ),
      ],
      'warn',
    )
  }

const parts = (t: Translate, { campaign, phases, milestones, tasks, reports }: Shift) => [
  ...part(t, t('countdown.preview.phases'), phases, ({ before, now }) =>
    changed(
      phaseName(t, campaign, before.key),
      rangeText(before.fromOn, before.toOn),
      rangeText(now.fromOn, now.toOn),
    ),
  ),
  ...part(t, t('countdown.preview.milestones'), milestones, ({ before, now }) =>
    changed(
      t.named('countdown.milestone', before.key),
      rangeText(before.fromOn, before.toOn),
      rangeText(now.fromOn, now.toOn),
    ),
  ),
  ...part(t, t('countdown.preview.tasks', { count: tasks.length }), tasks, ({ before, now }) =>
    changed(
      `${formatId('M', before.number)} ${cut(before.name, 60)}`,
      rangeText(before.startOn, before.dueOn),
      rangeText(now.startOn, now.dueOn),
    ),
  ),
  ...part(t, t('countdown.preview.reports'), reports, ({ before, now }) =>
    changed(t.named('template.document', before.document), before.dueOn, now.dueOn),
  ),
]

const changed = (what: string, before: string, now: string): Text => [`${what}: ${before} → `, { bold: now }]

const part = <T>(
  t: Translate,
  title: Text,
  moved: readonly Moved<T>[],
  say: (one: Moved<T>) => Text,
): (Block | null)[] => {
  if (moved.length === 0) return []
  return [text(title), list(moved.slice(0, most).map((one) => ({ text: say(one) }))), rest(t, moved)]
}
