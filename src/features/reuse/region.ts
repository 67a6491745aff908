/** Regional copies: which region, on which days, and what is known of the copies there are. */

import { parseDate } from '../../kit/dates.js'
import { UserError } from '../../kit/errors.js'
import { unspaced } from '../../kit/fold.js'
import { addDays, type LocalDate } from '../../kit/time.js'
import { anchorFor, type Campaign, dateIn } from '../campaign/index.js'

/** Letter case, blanks and full-width forms do not tell two regions apart. */
export const regionKey = (region: string): string => unspaced(region)

/** The copy for this region that is not called off. */
export const copyFor = <C extends Pick<Campaign, 'region' | 'status'>>(
  copies: readonly C[],
  region: string,
): C | undefined =>
  copies.find((copy) => copy.status !== 'cancelled' && regionKey(copy.region ?? '') === regionKey(region))

/** `+7`, `+7天`, `-3 days`: the launch moves by so many days. */
const offset = /^([+-]) ?(\d{1,3}) ?(?:天|日|d|days?)?$/iu

/** The launch of a copy: a date, or days after that of its model; without either, the same day. */
export const launchOf = (typed: string | undefined, model: LocalDate, today: LocalDate): LocalDate => {
  if (typed === undefined) return model
  const [, sign, days] = offset.exec(typed.normalize('NFKC').trim()) ?? []
  if (days !== undefined) return addDays(model, sign === '-' ? -Number(days) : Number(days))
  if (parseDate(typed, today) === null)
    throw new UserError('reuse.error.launch', { given: typed.slice(0, 40) }, { field: 'launch' })
  return dateIn(typed, anchorFor(typed, today, model), 'launch')
}
