/** From what somebody typed to one KPI of a campaign. */

import { UserError } from '../../kit/errors.js'
import { folded } from '../../kit/fold.js'
import { formatId, parseId } from '../../kit/ids.js'
import type { Db } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import type { Campaign } from '../campaign/index.js'
import { type Kpi, kpisOf } from './kpi.repo.js'

/** `UV(日)` may be called `UV`. */
const withoutBrackets = (text: string): string => folded(text).replace(/\s*\([^()]*\)$/, '')

/**
 * The KPI meant by `text`: `K-3`, its name or its metric key, letter case and full-width forms ignored.
 * @throws UserError (field `metric`) that lists the KPIs there are.
 */
export const findKpi = async (db: Db, campaign: Campaign, text: string): Promise<Kpi> => {
  const kpis = await kpisOf(db, campaign.id)
  const found = kpiMeant(kpis, text)
  if (found) return found
  const list = kpis.slice(0, 20).map(({ number, name }) => `${formatId('K', number)} ${cut(name, 30)}`)
  const params = {
    given: cut(text, 40),
    count: kpis.length,
    list: list.join(', '),
    campaign: cut(campaign.name, 60),
  }
  throw new UserError('kpi.error.unknown', params, { field: 'metric' })
}

/** The one KPI of `kpis` that `text` names; null when none or several fit. */
export const kpiMeant = <K extends Pick<Kpi, 'number' | 'name' | 'metric'>>(
  kpis: readonly K[],
  text: string,
): K | null => {
  const id = parseId(text)
  const typed = folded(text)
  const tests: ((kpi: K) => boolean)[] = [
    ({ number }) => id?.prefix === 'K' && id.number === number,
    ({ name }) => folded(name) === typed,
    ({ metric }) => folded(metric) === typed,
    ({ name }) => withoutBrackets(name) === typed,
  ]
  for (const test of tests) {
    const [one, other] = kpis.filter(test)
    if (one) return other ? null : one
  }
  return null
}
