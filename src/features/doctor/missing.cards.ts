/** The warning that the holidays of a year are not known, and what cures it. */
import { actions, button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { weekdayNames } from '../calendar/index.js'
import { shownName } from './zones.js'

export interface MissingState {
  year: number
  /** It has been entered or the table has come since. */
  known: boolean
  weekend: readonly number[]
  /** Those that reach into it. */
  campaigns: readonly { ref: string; name: string }[]
}

const shown = 10

export const missingCard =
  ({ year, known, weekend, campaigns }: MissingState) =>
  (t: Translate): Card => {
    const params = { year: String(year) }
    if (known) return card(t('doctor.missing.known', params), [], 'good')
    const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => !weekend.includes(day))
    const more = campaigns.length - shown
    const lines = campaigns
      .slice(0, shown)
      .map(({ ref, name }) => ({ text: `${ref} ${cut(name, shownName)}` }))
    return card(
      t('doctor.missing.title', params),
      [
        text(t('doctor.missing.assumed', { ...params, days: weekdayNames(t, days) })),
        campaigns.length > 0 ? text(t('doctor.missing.campaigns', params)) : null,
        campaigns.length > 0 ? list(lines) : null,
        more > 0 ? note(t('doctor.more', { count: more })) : null,
        note(t('doctor.missing.cure', params)),
        actions(
          button(t('doctor.missing.show'), 'calendar', { month: `${year}-01` }),
          button(t('doctor.missing.import'), 'calendar-import'),
        ),
      ],
      'warn',
    )
  }
