/** Which KPIs of a campaign are at or beyond their limits. */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import type { Db } from '../../kit/store.js'
import { campaignById, campaignRef } from '../campaign/index.js'
import { fewKpis, untouched } from './core.js'
import { shown, stateFor, targetText } from './kpi.js'
import { type Kpi, kpisOf, kpisOfAll } from './kpi.repo.js'

export interface Alarm {
  kpi: Kpi
  /** The last value as people write it, e.g. `2.5%`. */
  value: string
  state: 'amber' | 'red'
}

const alarmOf = (kpi: Kpi): Alarm[] => {
  const last = kpi.readings[0]
  const state = last ? stateFor(kpi, last.value) : 'ok'
  return last && state !== 'ok' ? [{ kpi, value: shown(kpi, last.value), state }] : []
}

/** Amber and red KPIs by their last reading, in the order of the list. */
export const alarms = async (db: Db, campaignId: number): Promise<Alarm[]> =>
  (await kpisOf(db, campaignId)).flatMap(alarmOf)

/** The same over several campaigns, read at once. */
export const alarmsAmong = async (db: Db, campaignIds: readonly number[]): Promise<Alarm[]> =>
  (await kpisOfAll(db, campaignIds)).flatMap(alarmOf)

export const facts = async ({ db }: Reading, id: number): Promise<Fact[]> => {
  const [kpis, campaign] = [await kpisOf(db, id), await campaignById(db, id)]
  if (kpis.length === 0 || !campaign) return []
  const states = kpis.flatMap(alarmOf).map(({ state }) => state)
  const red = states.filter((state) => state === 'red').length
  const amber = states.length - red
  const tone = red > 0 ? 'bad' : amber > 0 ? 'warn' : undefined
  const open = { label: 'kpi.open', command: 'kpis', args: { campaign: campaignRef(id) } } as const
  const fact: Fact = {
    key: 'kpi.fact',
    params: { total: kpis.length, red, amber },
    ...(tone && { tone }),
    open,
  }
  return [fact, ...choiceFacts(kpis, campaign)]
}

/** What was chosen by the type and waits for targets of its own; and when there are too many to watch (R8, F12). */
const choiceFacts = (kpis: readonly Kpi[], campaign: { type: string; template: string }): Fact[] => {
  const examples = untouched(kpis, campaign).map((kpi) => `${kpi.name} ${targetText(kpi)}`)
  const params = { count: kpis.length, max: fewKpis }
  return [
    ...(examples.length > 0 ? [{ key: 'kpi.examples', params: { list: examples.join(', ') } } as const] : []),
    ...(kpis.length > fewKpis ? [{ key: 'kpi.many', params, tone: 'warn' } as const] : []),
  ]
}
