/** What a regional copy consists of, for whoever made it. */
import { actions, button, type Card, card, fields, note, table, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import { lengthInDays } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { byDate, campaignRef, phaseName, rangeText } from '../campaign/index.js'
import type { Copied } from './copy.js'

/** @param owner the name of the local owner */
export const copiedCard =
  ({ root, copy, days, tasks, kpis, goals }: Copied, owner: string) =>
  (t: Translate): Card => {
    const ref = campaignRef(copy.id)
    const { launchOn, endOn } = copy
    const model = { campaign: campaignRef(root.id), name: cut(root.name, 80) }
    return card(
      t('reuse.copy.title', { campaign: ref, name: cut(copy.name, 120) }),
      [
        text(t('reuse.copy.of', { ...model, region: cut(copy.region ?? '', 60) })),
        fields([
          [t('reuse.copy.owner'), cut(owner, 60)],
          [t('reuse.copy.dates'), t('reuse.copy.shifted', { range: rangeText(launchOn, endOn), days })],
          [t('reuse.copy.plan'), t('reuse.copy.counts', { tasks, kpis, goals })],
        ]),
        table(
          [t('template.show.phase'), t('reuse.copy.dates'), t('template.show.length')],
          byDate(copy.phases).map(({ key, fromOn, toOn }) => [
            phaseName(t, copy, key),
            rangeText(fromOn, toOn),
            String(lengthInDays(fromOn, toOn)),
          ]),
        ),
        note(t('reuse.copy.note', { campaign: ref })),
        actions(
          button(t('reuse.copy.show'), 'show', { campaign: ref }, 'primary'),
          button(t('reuse.copy.tasks'), 'tasks', { campaign: ref }),
        ),
      ],
      'good',
    )
  }
