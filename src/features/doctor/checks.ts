/** What the doctor looks at besides zones: the calendar, who holds which position, where campaigns are heard; pure. */
import { type Calendar, knowsYearIn, mainland } from '../../kit/calendar.js'
import type { Finding } from '../../kit/finding.js'
import { cut } from '../../kit/text.js'
import { addDays, type LocalDate } from '../../kit/time.js'
import { campaignRef } from '../campaign/index.js'
import { signers } from '../people/index.js'
import { aFew } from './doctor.js'
import { shownName } from './zones.js'

/** Deadlines are reckoned this many days ahead before anybody plans for them. */
const soon = 30

/** Which years `of` is sure about. */
export const sureIn =
  (of: Calendar) =>
  (year: number): boolean =>
    knowsYearIn(of, year)

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

/** Years that matter from `today` on and whose holidays are unknown. */
export const calendar = (
  today: LocalDate,
  ends: readonly LocalDate[],
  knows: (year: number) => boolean = sureIn(mainland),
): Finding[] => {
  return unknownYears(today, ends, knows).map((year) => ({
    area: 'house',
    what: 'calendarOutdated',
    level: 'warn',
    params: { year },
  }))
}

/** The soonest first. */
export const unknownYears = (
  today: LocalDate,
  ends: readonly LocalDate[],
  knows: (year: number) => boolean,
): number[] => {
  const years = [addDays(today, soon), ...ends].map(yearOf).filter((year) => year >= yearOf(today))
  return [...new Set(years)].filter((year) => !knows(year)).sort((one, other) => one - other)
}

/** Rights and positions that somebody must hold. @param held all that anybody holds */
export const positions = (held: ReadonlySet<string>): Finding[] => {
  const missing = signers.filter((role) => !held.has(role))
  const [first] = missing
  const admin: Finding = { area: 'people', what: 'adminMissing', level: 'bad' }
  const params = { roles: missing.join(','), role: first ?? '', count: missing.length }
  return [
    ...(held.has('admin') ? [] : [admin]),
    ...(first ? [{ area: 'people', what: 'signersMissing', level: 'warn', params } as const] : []),
  ]
}

/** Campaigns whose digests and alerts nobody hears. */
export const channels = (campaigns: readonly { id: number; name: string; channels: number }[]): Finding[] =>
  aFew(
    campaigns
      .filter((campaign) => campaign.channels === 0)
      .map(({ id, name }) => ({
        area: 'campaign',
        what: 'campaignUnheard',
        level: 'warn',
        params: { campaign: `${campaignRef(id)} ${cut(name, shownName)}`, ref: campaignRef(id) },
      })),
  )
