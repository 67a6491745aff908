/** What a goal takes from elsewhere: the KPI whose readings say how far it is, and the peak of earlier years. */
import type { Db } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import type { Campaign } from '../campaign/index.js'
import { addKpi, type Kpi, kpiById, kpiMeant, kpisOf, removeKpi, updateKpi } from '../kpi/index.js'
import { betterOf } from './goal.js'
import { type Goal, goalsIn } from './goal.repo.js'
import { earlierOf, peakOf } from './history.js'
import { comparable } from './measure.js'

type Measured = Pick<Goal, 'metric' | 'target' | 'kind' | 'unit' | 'compare'>
type Linked = Pick<Goal, 'kpiId' | 'ownsKpi'>

/** The KPI of the campaign that is called like the metric. */
export const kpiCalled = async (db: Db, campaignId: number, metric: string): Promise<Kpi | null> =>
  kpiMeant(await kpisOf(db, campaignId), metric)

/** R6: the most that was reached in the same season. */
export const peakFor = async (db: Db, campaign: Campaign, goal: Measured) =>
  peakOf(await earlierOf(db, campaign, goal)) ?? { peak: null, peakIn: null }

/** The KPI it is read by; where the campaign has none of this name and kind, one of its own (F6). */
export const kpiFor = async (db: Db, campaignId: number, goal: Measured): Promise<Linked> => {
  const kpi = await kpiCalled(db, campaignId, goal.metric)
  if (kpi) return { kpiId: comparable(kpi, goal) ? kpi.id : null, ownsKpi: false }
  const name = cut(goal.metric, 200)
  const { id } = await addKpi(db, { campaignId, metric: name, name, ...columnsOf(goal) })
  return { kpiId: id, ownsKpi: true }
}

const columnsOf = (goal: Measured) => ({
  ...{ target: goal.target, kind: goal.kind, unit: goal.unit },
  better: betterOf(goal),
})

/** After the goal has changed to `now`: its own KPI follows, under another name it is looked for anew. */
export const kpiAfter = async (db: Db, before: Goal, now: Goal): Promise<Linked> => {
  if (before.metric !== now.metric) {
    const linked = await kpiFor(db, now.campaignId, now)
    await dropKpi(db, before)
    return linked
  }
  if (now.kpiId !== null && now.ownsKpi) await updateKpi(db, now.kpiId, columnsOf(now))
  const kpi = now.kpiId === null ? null : await kpiById(db, now.kpiId)
  return kpi && comparable(kpi, now)
    ? { kpiId: kpi.id, ownsKpi: now.ownsKpi }
    : kpiFor(db, now.campaignId, now)
}

/** Takes the KPI of a goal away that nobody needs any more: without readings, and read by no other goal. */
export const dropKpi = async (db: Db, { id, campaignId, kpiId, ownsKpi }: Goal): Promise<void> => {
  if (kpiId === null || !ownsKpi) return
  const others = (await goalsIn(db, [campaignId])).some((goal) => goal.id !== id && goal.kpiId === kpiId)
  if (!others) await removeKpi(db, kpiId)
}
