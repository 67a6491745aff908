/** KPIs: how far a value is from its target, and when it is an alarm (handbook 6.3, O9, R52). */
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import {
  type Compare,
  Decimal,
  formatValue,
  parseValue,
  type Value,
  type ValueKind,
} from '../../kit/value.js'
import type { Kpi } from './kpi.repo.js'

export type State = 'ok' | 'amber' | 'red'

/** More than anybody watches. */
export const mostKpis = 100

/** R52: 20 % off the target is an alarm when the KPI has no threshold of its own. */
const relativeDrop = new Decimal('0.20')

type Judged = Pick<Kpi, 'target' | 'better' | 'operator' | 'limit'>

/**
 * A threshold of its own goes before the relative rule: beyond it is red, exactly on it amber, by whatever operator it
 * is printed. The relative rule is red at exactly 20 %, for down-better KPIs in the other direction (O9).
 */
export const stateFor = (kpi: Judged, value: Decimal): State => {
  const { target, better, operator, limit } = kpi
  if (operator !== null && limit !== null) {
    if (value.eq(limit)) return 'amber'
    const low = operator === '<' || operator === '≤'
    return (low ? value.lt(limit) : value.gt(limit)) ? 'red' : 'ok'
  }
  const off = target.mul(relativeDrop)
  return (better === 'down' ? value.gte(target.add(off)) : value.lte(target.sub(off))) ? 'red' : 'ok'
}

/**
 * Achievement in percent (R64): 2.5 of 3 is 83.3; down-better 30 of 60 is 50. Null: division by zero.
 * @param places decimals it is rounded to
 */
export const rateFor = (
  { target, better }: Pick<Kpi, 'target' | 'better'>,
  value: Decimal,
  places = 1,
): string | null => {
  const [part, whole] = better === 'down' ? [target, value] : [value, target]
  return whole.isZero() ? null : part.div(whole).mul(100).toDecimalPlaces(places).toFixed()
}

type Shown = Pick<Kpi, 'kind' | 'unit'>

/** A value of this KPI as people write it: 8万, 2.5%, 60秒, 1:5.2. */
export const shown = ({ kind, unit }: Shown, number: Decimal, compare?: Compare): string =>
  formatValue({ number, unit, kind: kind as ValueKind, ...(compare && { compare }) })

export const targetText = (kpi: Kpi): string =>
  shown(kpi, kpi.target, kpi.better === 'down' ? '≤' : undefined)

/** The threshold as printed, `<8万`; null when the relative rule holds. */
export const limitText = (kpi: Kpi): string | null =>
  kpi.limit === null || kpi.operator === null ? null : shown(kpi, kpi.limit, kpi.operator as Compare)

/** Target and threshold of a template as columns of the store. Text that cannot be read is a fault of the template. */
export const limitsFrom = (target: string, threshold: string | undefined) => {
  const value = parseValue(target)
  const warn = threshold === undefined ? null : parseValue(threshold)
  if (!value || (threshold !== undefined && !warn?.compare)) {
    throw new RangeError(`cannot read ${target} ${threshold ?? ''}`)
  }
  const { number, kind } = value
  return {
    target: number,
    kind,
    unit: unitOf(value),
    operator: warn?.compare ?? null,
    limit: warn?.number ?? null,
  }
}

export const unitOf = ({ unit, perDay }: Value): string => `${unit}${perDay ? '/日' : ''}`

type Measured = Pick<Kpi, 'name' | 'target' | 'kind' | 'unit'>

/**
 * The number that `text` says for this KPI.
 * @throws UserError (field `value`) for what cannot be read, is a limit instead of a value, or has another unit.
 */
export const readingFrom = (kpi: Measured, text: string): Decimal => {
  const value = parseValue(text)
  const params = { given: cut(text, 40), example: shown(kpi, kpi.target), name: cut(kpi.name, 40) }
  if (!value || value.compare || (value.number.lt(0) && kpi.kind !== 'uplift')) {
    throw new UserError('kpi.error.value', params, { field: 'value' })
  }
  if (!fits(kpi, value)) throw new UserError('kpi.error.unit', params, { field: 'value' })
  return value.number
}

/** The same kind of value; the unit may be left out, and a change may be written without its sign. */
export const fits = (kpi: Pick<Kpi, 'kind' | 'unit'>, value: Value): boolean => {
  if (value.kind !== kpi.kind) return kpi.kind === 'uplift' && value.kind === 'percent'
  return unitOf(value) === '' || unitOf(value) === kpi.unit || `${unitOf(value)}/日` === kpi.unit
}
