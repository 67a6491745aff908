/** Numbers as people in marketing type them: 1.2万, 10万+, 3%, 提升30%, 1:5.2, ≤30秒, 500人/日 (handbook 6.1). */
import { Decimal } from '@prisma/client/runtime/client'

// The class of stored decimals. Taken from any other module of Prisma it would be a second one.
export { Decimal }

/** `uplift` is a change against a baseline, `ratio` the x of 1:x. */
export type ValueKind = 'amount' | 'percent' | 'uplift' | 'ratio'

export type Compare = '<' | '≤' | '>' | '≥'

export interface Value {
  /** Percent and uplift in percent points: 3% is 3. */
  number: Decimal
  /** 元, 次, 人, 件, 秒 …; empty when none was given, and for other kinds than amounts. Money is 元 (O47). */
  unit: string
  kind: ValueKind
  compare?: Compare
  perDay?: boolean
}

const LIMIT = '1e15'
/** Decimals compute with this many digits; a longer number would be rounded without a word. */
const DIGITS = 20

const powers: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  萬: 4,
  w: 4,
  亿: 8,
  億: 8,
}

const number = String.raw`(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`
const scale = '(?<scale>(?!百分)[十百千]?[万萬]?[亿億]?|[kw](?![a-z]))'
// Numerals (1万5千), "about" and "more" must not pass for a unit, nor must "million".
const chinese = String.raw`(?:(?![〇零一二两三四五六七八九十百千万萬亿億半多余餘几幾约約以左每])\p{Script=Han}){1,6}?`
const latin = String.raw`[sh]|(?!\w*(?:illion|thousand|hundred)|(?:mn|bn|mio|wan)$)[a-z]{2,12}`
const perDay = '(?<perDay> ?/ ?(?:[日天]|day)|每[日天])?'

const ratioShape = new RegExp(`^1 ?: ?${number}$`)
const percentShape = new RegExp(
  `^(?:(?<rise>\\+|提[升高]|增[长長加]|上[升涨漲])|(?<fall>-|下[降跌滑]|降低|[减減]少))? ?${number} ?%$`,
)
const amountShape = new RegExp(
  `^(?<minus>-?) ?(?<money>¥|CNY|RMB|人民币)? ?${number} ?${scale} ?(?<unit>${chinese}|${latin})?${perDay}$`,
  'iu',
)
const moneyShape = /^(?:[元块塊圆圓]|块钱|人民币|CNY|RMB)$/i
const moreShape = /(?<=[\d千万萬亿億kw]) ?\+(?! ?\d)|(?<=.)(?:\+|以上)$/i

const compareOf = (sign: string): Compare => {
  const equal = /[=≤≥≦≧]/.test(sign)
  if (/[<≤≦]/.test(sign)) return equal ? '≤' : '<'
  return equal ? '≥' : '>'
}

const decimal = (digits = '', power = 0): Decimal => new Decimal(`${digits.replaceAll(',', '')}e${power}`)

const readAmount = (body: string): Value | null => {
  const groups = amountShape.exec(body)?.groups
  if (!groups) return null
  const { money, unit = '' } = groups
  if (money && unit && !moneyShape.test(unit)) return null
  const power = [...(groups.scale ?? '').toLowerCase()].reduce((sum, sign) => sum + (powers[sign] ?? 0), 0)
  const size = decimal(groups.number, power)
  return {
    number: groups.minus ? size.neg() : size,
    unit: money || moneyShape.test(unit) ? '元' : unit,
    kind: 'amount',
    ...(groups.perDay && { perDay: true }),
  }
}

const read = (body: string): Value | null => {
  const ratio = ratioShape.exec(body)?.groups
  if (ratio) return { number: decimal(ratio.number), unit: '', kind: 'ratio' }
  const percent = percentShape.exec(body)?.groups
  if (!percent) return readAmount(body)
  const points = decimal(percent.number)
  const kind = percent.rise || percent.fall ? 'uplift' : 'percent'
  return { number: percent.fall ? points.neg() : points, unit: '', kind }
}

/**
 * The value of `text`, or null when it cannot be read for certain, is beyond 10^15 or has more than 20
 * digits. 10万+ is ≥ 100 000. A percent with a sign is a change: +30% and 提升30% are uplift 30, -5% is uplift
 * -5; who knows the KPI may take a plain percent for one.
 */
export const parseValue = (text: string): Value | null => {
  const line = text.normalize('NFKC').trim().replaceAll('\u2212', '-')
  const sign = /^(?:[<>]=?|=[<>]|[≤≥≦≧])/.exec(line)?.[0] ?? ''
  const more = moreShape.test(line)
  const value = read(line.slice(sign.length).replace(moreShape, '').trim())
  if (!value || (sign && more)) return null
  if (value.number.abs().gt(LIMIT) || value.number.sd() > DIGITS) return null
  if (!sign && !more) return value
  return { ...value, compare: more ? '≥' : compareOf(sign) }
}

/** In 亿 or 万 when two decimals are enough for it, else as plain digits. */
const compact = (amount: Decimal): string => {
  for (const [name, one] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const scaled = amount.div(one)
    if (scaled.abs().gte(1) && scaled.decimalPlaces() <= 2) return `${scaled.toFixed()}${name}`
  }
  return amount.toFixed()
}

const bodies: Readonly<Record<ValueKind, (value: Value) => string>> = {
  amount: (value) => `${compact(value.number)}${value.unit}${value.perDay ? '/日' : ''}`,
  percent: (value) => `${value.number.toFixed()}%`,
  uplift: (value) => `${value.number.lt(0) ? '' : '+'}${value.number.toFixed()}%`,
  ratio: (value) => `1:${value.number.toFixed()}`,
}

/**
 * A short form that `parseValue` reads back to the same value: 8万, 1.2万元, 12345, 2.5%, +30%, 1:5.2, ≤30秒,
 * 500人/日. (A negative percent reads back as an uplift; the unit must be one that `parseValue` takes.)
 */
export const formatValue = (value: Value): string => `${value.compare ?? ''}${bodies[value.kind](value)}`
