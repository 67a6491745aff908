/** Offers: what customers get, on which condition, and how many of them a day (004 §2.2, R35). */
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import type { LocalDate } from '../../kit/time.js'
import { Decimal, parseValue } from '../../kit/value.js'

/** Promotion, interaction and service (004 §2.2). */
export const mechanics = ['promotion', 'interaction', 'service'] as const
export type Mechanics = (typeof mechanics)[number]

export interface Discount {
  discount: Decimal
  kind: 'amount' | 'percent'
}

const wrong = (field: string, given: string): UserError =>
  new UserError(`offer.error.${field as 'cap'}`, { given }, { field })

/** `300`, `300元`: more than nothing. @throws UserError beside the field */
export const readThreshold = (given: string): Decimal => {
  const value = parseValue(given)
  const isMoney =
    value?.kind === 'amount' && (value.unit === '' || value.unit === '元') && !value.compare && !value.perDay
  if (!value || !isMoney || value.number.lte(0)) throw wrong('threshold', given)
  return value.number
}

/** `50`, `50元`, `20%`, or what is left to pay: `8折` is 20 % off. @throws UserError beside the field */
export const readDiscount = (given: string): Discount => {
  const left = /^(\d(?:\.\d{1,2})?) ?折$/.exec(given.normalize('NFKC').trim())?.[1]
  const points = left === undefined ? null : new Decimal(100).minus(new Decimal(left).mul(10))
  const value = parseValue(given)
  const percent = points ?? (value?.kind === 'percent' ? value.number : null)
  if (percent === null) return { discount: readMoney(given), kind: 'amount' }
  if (percent.lte(0) || percent.gte(100)) throw wrong('discount', given)
  return { discount: percent, kind: 'percent' }
}

const readMoney = (given: string): Decimal => {
  try {
    return readThreshold(given)
  } catch {
    throw wrong('discount', given)
  }
}

/** `1000`, `1000人/日`: whole people. @throws UserError beside the field */
export const readCount = (given: string, field: 'cap' | 'count'): number => {
  const value = parseValue(given)
  const least = field === 'cap' ? 1 : 0
  const fits =
    value?.kind === 'amount' && value.number.isInteger() && value.number.gte(least) && value.number.lte(1e9)
  if (!value || !fits || value.compare) throw wrong(field, given)
  return value.number.toNumber()
}

/** Nobody gets more off than they pay. @throws UserError beside the field */
export const mustPay = (threshold: Decimal | null, { discount, kind }: Discount): void => {
  if (kind === 'amount' && threshold !== null && discount.gte(threshold))
    throw new UserError(
      'offer.error.tooMuch',
      { discount: discount.toFixed(), threshold: threshold.toFixed() },
      { field: 'discount' },
    )
}

interface Capped {
  dailyCap: number | null
  used: number
  usedOn: LocalDate | null
}

/** How many more get it on `today`; the count begins anew each day. `null` without a cap. */
export const remaining = ({ dailyCap, used, usedOn }: Capped, today: LocalDate): number | null =>
  dailyCap === null ? null : Math.max(0, dailyCap - (usedOn === today ? used : 0))

interface Rule {
  threshold: Decimal | null
  discount: Decimal | null
  kind: string
  dailyCap: number | null
  stacks: boolean
  text: string | null
}

/** What the words of a rule are made of: its shape, its numbers, its conditions. */
export const ruleOf = ({ threshold, discount, kind, dailyCap, stacks, text }: Rule) => ({
  shape: `${discount ? kind : 'none'}${threshold ? 'From' : ''}`,
  threshold: threshold?.toFixed() ?? '',
  discount: discount?.toFixed() ?? '',
  // 20 % off leaves 8折.
  left: discount ? new Decimal(100).minus(discount).div(10).toFixed() : '',
  cap: dailyCap ?? 0,
  stacks: stacks ? 'yes' : 'no',
  has: text === null ? 'no' : 'yes',
  text: cut(text ?? '', 300),
})
