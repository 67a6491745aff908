/** When a step of a flow is asked for at all: by amount, kind of campaign and channel. */
import { Decimal, parseValue } from '../../../kit/value.js'
import type { campaignTypes } from '../../template/index.js'

/** Everything named has to hold; what is left out always holds. */
export interface Condition {
  /** Yuan, this amount and more. */
  amountFrom?: number
  /** Yuan, less than this amount. */
  amountBelow?: number
  /** Any of these kinds of campaigns. */
  types?: readonly (typeof campaignTypes)[number][]
  /** Any of these words stands in the document, e.g. 直播 or 达人. */
  channels?: readonly string[]
  /** This section is there. */
  section?: string
}

export interface Facts {
  /** Yuan; null: nobody can say. */
  amount: Decimal | null
  type: string
  /** The whole document. */
  text: string
  /** The sections that are filled in. */
  sections?: readonly string[]
}

/** Where the amount is unknown, the step is asked for: a signature too many is better than one too few. */
export const holds = (
  { amountFrom, amountBelow, types, channels, section }: Condition,
  { amount, type, text, sections = [] }: Facts,
): boolean => {
  if (section !== undefined && !sections.includes(section)) return false
  if (amount && amountFrom !== undefined && amount.lt(amountFrom)) return false
  if (amount && amountBelow !== undefined && amount.gte(amountBelow)) return false
  if (types && !(types as readonly string[]).includes(type)) return false
  return !channels || channels.some((word) => text.includes(word))
}

/** A number with its unit: 30万, 10,000元, ¥500. */
const amounts =
  /[¥￥]?\d[\d,]*(?:\.\d+)?\s*(?:亿|億|千万|千萬|百万|百萬|万|萬|千|k|w)?\s*(?:元|圆|圓|rmb|cny)?/gi
const total = /(?:合计|合計|总计|總計|总额|總額|总预算|總預算|共计|共計|total)[^\d¥￥]{0,8}/i

const amountOf = (written: string): Decimal | null => {
  const value = parseValue(written.replace(/[¥￥\s]/g, ''))
  return value?.kind === 'amount' ? value.number : null
}

/** The sum of the amounts in a budget, or its total where one is written; null when there is none. */
export const amountIn = (budget: string): Decimal | null => {
  const text = budget.normalize('NFKC')
  const [head] = text.match(total) ?? []
  const rest = head === undefined ? text : text.slice(text.indexOf(head) + head.length)
  // A share (10%) and a date are no money.
  const found = [...rest.replace(/\d+(?:\.\d+)?\s*%|\d{4}-\d{2}-\d{2}/g, ' ').matchAll(amounts)]
  const values = found.flatMap(([written]) => amountOf(written) ?? [])
  if (head !== undefined) return values[0] ?? null
  return values.length === 0 ? null : values.reduce((sum, value) => sum.plus(value), new Decimal(0))
}
