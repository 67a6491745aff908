/** What earlier campaigns of the same season planned and reached: up to three years back (R6, F10). */
import { folded } from '../../kit/fold.js'
import type { Db } from '../../kit/store.js'
import { addDays, daysBetween, type LocalDate } from '../../kit/time.js'
import type { Decimal } from '../../kit/value.js'
import { type Campaign, launchedBetween } from '../campaign/index.js'
import { type Kpi, kpiMeant, kpisOfAll } from '../kpi/index.js'
import { inOrder } from './goal.js'
import { type Goal, goalsIn } from './goal.repo.js'
import { comparable } from './measure.js'

/** Rule R6. */
const years = 3
/** Launched so many days before or after the same day of an earlier year: the same season; 618 and Double 11 are not. */
const nearness = 45

export interface Earlier {
  id: number
  name: string
  launchOn: LocalDate
  target: Decimal | null
  actual: Decimal | null
}

type Asked = Pick<Goal, 'metric' | 'kind' | 'unit'>

const sameDay = (launchOn: LocalDate, back: number): LocalDate =>
  addDays(launchOn, -Math.round(365.25 * back))

/** Of each year the campaign of the same kind that was launched nearest to the same day, the latest year first. */
export const sameSeason = async (
  db: Db,
  campaign: Pick<Campaign, 'id' | 'type' | 'template' | 'launchOn'>,
): Promise<{ id: number; name: string; launchOn: LocalDate }[]> => {
  const days = Array.from({ length: years }, (_none, i) => sameDay(campaign.launchOn, i + 1))
  const spans = days.map((day) => ({ from: addDays(day, -nearness), to: addDays(day, nearness) }))
  const found = (await launchedBetween(db, campaign, spans)).filter(({ id }) => id !== campaign.id)
  return days.flatMap((day) => {
    const far = ({ launchOn }: { launchOn: LocalDate }) => Math.abs(daysBetween(day, launchOn))
    const near = found.filter((one) => far(one) <= nearness).toSorted((a, b) => far(a) - far(b))
    return near.slice(0, 1)
  })
}

const measuredIn = async (db: Db, campaigns: readonly { id: number }[]) => {
  const ids = campaigns.map(({ id }) => id)
  return ids.length > 0
    ? { goals: await goalsIn(db, ids), kpis: await kpisOfAll(db, ids) }
    : { goals: [], kpis: [] }
}

/** Goal and last reading of the same metric in each of these campaigns; what cannot be compared is left out. */
export const earlierOf = async (db: Db, campaign: Campaign, asked: Asked): Promise<Earlier[]> => {
  const campaigns = await sameSeason(db, campaign)
  const { goals, kpis } = await measuredIn(db, campaigns)
  return campaigns.map((one) => {
    const own = goals.filter(({ campaignId }) => campaignId === one.id)
    const goal = own.find(({ metric }) => folded(metric) === folded(asked.metric))
    const measured = kpis.filter(({ campaignId }) => campaignId === one.id)
    const kpi = measured.find(({ id }) => id === goal?.kpiId) ?? kpiMeant(measured, asked.metric)
    const target = goal && comparable(goal, asked) ? goal.target : null
    return { ...one, target, actual: actualOf(kpi, asked) }
  })
}

export interface Season {
  id: number
  name: string
  launchOn: LocalDate
  /** In their order, each with what was reached of it. */
  goals: { goal: Goal; actual: Decimal | null }[]
}

/** All goals of the same season in earlier years: what a new one is set by. */
export const seasonsBefore = async (db: Db, campaign: Campaign): Promise<Season[]> => {
  const campaigns = await sameSeason(db, campaign)
  const { goals, kpis } = await measuredIn(db, campaigns)
  return campaigns.map((one) => {
    const own = inOrder(goals.filter(({ campaignId }) => campaignId === one.id))
    const reached = (goal: Goal) => actualOf(kpis.find(({ id }) => id === goal.kpiId) ?? null, goal)
    return { ...one, goals: own.map((goal) => ({ goal, actual: reached(goal) })) }
  })
}

const actualOf = (kpi: Kpi | null, asked: Asked): Decimal | null => {
  const last = kpi?.readings[0]
  return kpi && last && comparable(kpi, asked) ? last.value : null
}

/** The most that was reached, and where; null without any reading. */
export const peakOf = (earlier: readonly Earlier[]): { peak: Decimal; peakIn: number } | null => {
  const reached = earlier.flatMap(({ id, actual }) => (actual ? [{ peak: actual, peakIn: id }] : []))
  return reached.toSorted((a, b) => b.peak.cmp(a.peak))[0] ?? null
}
