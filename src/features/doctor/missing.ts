/** What the warning about a missing year shows, read when it is sent or redrawn. */
import { knowsYearIn } from '../../kit/calendar.js'
import type { Reading } from '../../kit/context.js'
import { calendarOf } from '../calendar/index.js'
import { campaignRef } from '../campaign/index.js'
import { campaignsChecked } from './doctor.repo.js'
import type { MissingState } from './missing.cards.js'

/** Null while the year is known and nothing was said yet. */
export const loadMissing = async (
  { db, standing }: Reading,
  { year: of = '', organisation = '' }: Record<string, string>,
): Promise<MissingState | null> => {
  const year = Number(of)
  const calendar = await calendarOf(db, organisation)
  const known = knowsYearIn(calendar, year)
  if (known && !standing) return null
  const campaigns = (await campaignsChecked(db))
    .filter(({ endOn }) => endOn >= `${year}-01-01`)
    .map(({ id, name }) => ({ ref: campaignRef(id), name }))
  return { year, known, weekend: calendar.weekend, campaigns }
}
