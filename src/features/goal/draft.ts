/** From what somebody typed to a goal that is SMART, or to what it lacks (F7, F8, F10). */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { anchorFor, type Campaign, dateIn } from '../campaign/index.js'
import { findPerson, type Person, takesPart } from '../people/index.js'
import { criterionNames, judged, type Lack } from './goal.js'
import type { Goal } from './goal.repo.js'
import { kpiCalled } from './link.js'
import { comparable, grown, growthFrom, type Measure, measureFrom, usualUnit } from './measure.js'

export interface Typed {
  metric: string
  target?: string | undefined
  unit?: string | undefined
  baseline?: string | undefined
  growth?: string | undefined
  owner?: string | undefined
  due?: string | undefined
}

export type Numbers = Pick<
  Goal,
  'target' | 'kind' | 'unit' | 'compare' | 'baseline' | 'baselineKind' | 'baselineUnit' | 'growth'
>
export type Draft = Numbers & { owner: Person; dueOn: string }

const fieldOf: Readonly<Record<Lack, string>> = {
  ...{ metric: 'metric', number: 'target', unit: 'unit' },
  ...{ owner: 'owner', type: 'type', due: 'due' },
}

/** @throws UserError for what cannot be read, and one that lists what is missing of the five criteria. */
export const draftFrom = async (ctx: Context, campaign: Campaign, typed: Typed): Promise<Draft> => {
  const kpi = await kpiCalled(ctx.db, campaign.id, typed.metric)
  const numbers = numbersFrom(typed, kpi)
  const { owner, due } = typed
  const lacking: Lack[] = [
    ...(numbers ? [] : (['number'] as const)),
    ...(numbers?.kind === 'amount' && numbers.unit === '' ? (['unit'] as const) : []),
    ...(owner === undefined ? (['owner'] as const) : []),
    ...(due === undefined ? (['due'] as const) : []),
  ]
  if (!numbers || owner === undefined || due === undefined || lacking.length > 0)
    throw notSmart(ctx.t, lacking)
  return {
    ...numbers,
    owner: await ownerFrom(ctx, owner, 'owner'),
    dueOn: dueFrom(ctx, campaign, due, 'due'),
  }
}

/** `✓ specific · ✗ measurable (a unit) · …`, beside the first field that is missing. */
export const notSmart = (t: Translate, lacking: readonly Lack[]): UserError => {
  const list = judged(lacking).map(({ criterion, missing }) => {
    const name = t.named('goal.criterion', criterion)
    if (missing.length === 0) return `✓ ${name}`
    return `✗ ${name} (${missing.map((lack) => t.named('goal.lack', lack)).join(', ')})`
  })
  const met = criterionNames.length - judged(lacking).filter(({ missing }) => missing.length > 0).length
  const params = { met, list: list.join(' · ') }
  return new UserError('goal.error.smart', params, { field: fieldOf[lacking[0] ?? 'number'], missing: true })
}

type Known = { kind: string; unit: string } | null

/** Target, baseline and growth; null when there is nothing to make a target of. */
export const numbersFrom = (typed: Typed, kpi: Known): Numbers | null => {
  const growth = typed.growth === undefined ? null : growthFrom(typed.growth, 'growth')
  const ownUnit = typed.target === undefined ? typed.unit : undefined
  const base = typed.baseline === undefined ? null : measureFrom(typed.baseline, ownUnit, 'baseline')
  if (growth && !base) throw new UserError('goal.error.growthAlone', {}, { field: 'baseline', missing: true })
  const wished = typed.target === undefined ? null : measureFrom(typed.target, typed.unit, 'target')
  const target = wished ?? (base && growth ? { ...base, number: grown(base.number, growth) } : null)
  if (!target) return null
  const measured = settled(target, typed.metric, kpi, base)
  const baseline = base && settledBase(base, measured)
  return {
    ...{ target: measured.number, kind: measured.kind, unit: measured.unit, compare: measured.compare },
    ...{ baseline: baseline?.number ?? null, baselineKind: baseline?.kind ?? null },
    ...{ baselineUnit: baseline?.unit ?? null, growth },
  }
}

/** What nobody said: a KPI that counts changes takes 30% for +30%, and the metric has its usual unit. */
export const settled = (target: Measure, metric: string, kpi: Known, base: Measure | null): Measure => {
  if (target.kind === 'percent' && kpi?.kind === 'uplift') return { ...target, kind: 'uplift' }
  if (target.kind !== 'amount' || target.unit !== '') return target
  const known = kpi?.kind === 'amount' && kpi.unit !== '' ? kpi.unit : usualUnit(metric)
  return { ...target, unit: base?.kind === 'amount' && base.unit !== '' ? base.unit : known }
}

/** @throws UserError when baseline and target are counted in two units. */
const settledBase = (base: Measure, target: Measure): Measure => {
  if (base.kind !== 'amount' || target.kind !== 'amount') return base
  if (comparable(base, target)) return { ...base, unit: base.unit || target.unit }
  const params = { unit: base.unit, other: target.unit }
  throw new UserError('goal.error.baselineUnit', params, { field: 'baseline' })
}

/** Exactly one person, who does not only read along (R47). */
export const ownerFrom = async (ctx: Context, named: string, field: string): Promise<Person> => {
  const person = await findPerson(ctx, named, field)
  if (takesPart(person)) return person
  throw new UserError('goal.error.viewer', { name: cut(person.name, 60) }, { field })
}

/** A date without a year lies near the launch. */
export const dueFrom = (ctx: Context, campaign: Campaign, typed: string, field: string): string => {
  const today = localDate(ctx.at, campaign.zone)
  return dateIn(typed, anchorFor(typed, today, campaign.launchOn), field)
}
