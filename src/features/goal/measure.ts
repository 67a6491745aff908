/** Reads the numbers of a goal: value, unit, direction (handbook 6.1), baseline and growth (R5). */
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

export interface Measure {
  number: Decimal
  kind: ValueKind
  /** `人`, `人/日`; empty when nobody said it, and for other kinds than amounts. */
  unit: string
  compare: Compare | null
}

/** Enough digits for sums and products of numbers people type, which have at most 20. */
const Exact = Decimal.clone({ precision: 60 })
export const exact = (number: Decimal | string): Decimal => new Exact(number)

/** What is counted in which unit; a rate has none. What is asked first decides: 下单用户数 are people. */
const usual: readonly (readonly [unit: string, metric: RegExp])[] = [
  ['', /率|占比|ratio|rate\b|roi/i],
  [
    '人',
    /用户|用戶|会员|會員|人数|人數|粉丝|粉絲|注册|註冊|访客|訪客|\b(users?|members?|registrations?|dau|uv|people)\b/i,
  ],
  ['元', /gmv|销售额|銷售額|成交|营收|營收|客单价|客單價|\b(sales|revenue|aov)\b/i],
  ['单', /订单|訂單|下单|下單|\borders?\b/i],
  [
    '次',
    /曝光|搜索|搜尋|观看|觀看|播放|浏览|瀏覽|互动|互動|\b(exposures?|impressions?|views?|searches|pv|clicks?)\b/i,
  ],
]

/** The unit in which `metric` is usually counted, where there is one. */
export const usualUnit = (metric: string): string => usual.find(([, shape]) => shape.test(metric))?.[0] ?? ''

const unitOf = ({ unit, perDay }: Value): string => `${unit}${perDay ? '/日' : ''}`

/**
 * The number that `text` says, with `unit` where it names none itself.
 * @throws UserError beside `field`, or `unit`, with an example, for what cannot be read or is nothing to reach.
 */
export const measureFrom = (text: string, unit: string | undefined, field: string): Measure => {
  const typed = parseValue(text)
  if (!typed || typed.number.isZero() || (typed.number.lt(0) && typed.kind !== 'uplift'))
    throw new UserError('goal.error.value', { given: cut(text, 40) }, { field })
  const { number, kind, compare = null, ...rest } = unit === undefined ? typed : withUnit(text, typed, unit)
  return { number, kind, unit: unitOf({ number, kind, ...rest }), compare }
}

const withUnit = (text: string, typed: Value, unit: string): Value => {
  const own = typed.kind === 'amount' ? unitOf(typed) : '%'
  const said = parseValue(`${text}${unit}`)
  if (own === '' && said) return said
  const alone = parseValue(`1${unit}`)
  const same = alone && (alone.kind === 'amount' ? unitOf(alone) : '%') === own
  if (same) return typed
  const key = own === '' ? 'goal.error.unit' : 'goal.error.unitTwice'
  throw new UserError(key, { given: cut(unit, 20), value: formatValue(typed) }, { field: 'unit' })
}

/** Percent points of `50%`, `+50%` or `提升50%`. @throws UserError (field) for anything else, and for a loss of all. */
export const growthFrom = (text: string, field: string): Decimal => {
  const value = parseValue(text)
  const isShare = value && !value.compare && (value.kind === 'percent' || value.kind === 'uplift')
  if (isShare && value.number.gt(-100) && !value.number.isZero()) return value.number
  throw new UserError('goal.error.growth', { given: cut(text, 40) }, { field })
}

/** R5: baseline + growth space, to two decimals. */
export const grown = (baseline: Decimal, growth: Decimal): Decimal =>
  new Decimal(exact(baseline).mul(exact(growth).div(100).plus(1)).toDecimalPlaces(2).toFixed())

type Shown = { kind: string; unit: string }

/** A number of this goal as people write it: 20万人, +30%, ≤30秒. */
export const written = ({ kind, unit }: Shown, number: Decimal, compare?: string | null): string =>
  formatValue({
    ...{ number, unit, kind: kind as ValueKind },
    ...(compare && { compare: compare as Compare }),
  })

/** All its digits, in groups of three. */
export const digits = (number: Decimal): string => {
  const [whole = '', rest] = number.toFixed().split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`)
}

/** Whether two numbers can be compared: the same kind, and no two different units. */
export const comparable = (one: Shown, other: Shown): boolean =>
  one.kind === other.kind && (one.unit === other.unit || one.unit === '' || other.unit === '')
