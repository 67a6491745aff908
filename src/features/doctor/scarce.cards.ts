/** The warning that a platform's messages of the month run short. */
import { actions, button, type Card, card, note, text } from '../../kit/card.js'
import { type Scarce, scarceFrom } from '../../kit/event.js'
import type { Translate } from '../../kit/translate.js'

export type ScarceState = Omit<Scarce, 'platform'>

export const scarceCard =
  ({ kind, percent, used, quota }: ScarceState) =>
  (t: Translate): Card =>
    card(
      t('doctor.scarce.title'),
      [
        text(t(`doctor.scarce.${kind}`, { percent, used, quota })),
        text(t(percent < scarceFrom.saved ? 'doctor.scarce.soon' : 'doctor.scarce.now')),
        note(t('doctor.scarce.cure')),
        actions(button(t('doctor.again'), 'doctor')),
      ],
      'warn',
    )
