/** Done criteria that are counted: 3 notes and 1 review, 200 review posts (R48, R61, F42). */
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { parseValue } from '../../kit/value.js'

export interface Criterion {
  name: string
  done: number
  need: number
}

const mostCriteria = 10
const mostCounted = 1_000_000_000

/** A plus right behind a number says "or more", not "and": 10万+ 观看. */
const between = /\s*[,、;\n]\s*|\s+\+\s*|(?<![\d十百千万萬亿億kw\s])\+\s*|(?<=\d)\+(?=[^\s=:+]+[=:])/iu
/** `笔记=3`, `笔记 3`, or `3 笔记`, `10万+ 观看`. */
const shapes = [
  /^(?<name>[^=:：]+?)\s*[=:：]\s*(?<count>\S+)$/u,
  /^(?<count>\d[\d,.]*[十百千万萬亿億kKwW]*\+?)\s*[个條条篇场場份張张]?\s*(?<name>\D.*)$/u,
  /^(?<name>.*\D)\s+(?<count>\d[\d,.]*[十百千万萬亿億kKwW]*\+?)$/u,
]

/** Whole things; `10万+` is 100 000. `null` when it is no such number. */
export const readCount = (text: string): number | null => {
  const value = parseValue(text)
  const fits = value?.kind === 'amount' && value.number.isInteger() && !value.number.isNeg()
  if (!value || !fits || value.number.gt(mostCounted)) return null
  return value.compare === undefined || value.compare === '≥' ? value.number.toNumber() : null
}

const wrong = (given: string): UserError =>
  new UserError('task.error.criterion', { given: cut(given, 60) }, { field: 'criteria' })

/**
 * What is to be counted: `3 素人笔记 + 1 达人测评`, `笔记=3, 测评=1`.
 * @throws UserError (field `criteria`) naming the part at fault
 */
export const criteriaFrom = (text: string): Omit<Criterion, 'done'>[] => {
  const parts = text.normalize('NFKC').split(between).filter(Boolean)
  const found = parts.map((part) => {
    const groups = shapes.map((shape) => shape.exec(part.trim())?.groups).find(Boolean)
    const need = groups ? readCount(groups.count ?? '') : null
    if (!groups || need === null || need === 0) throw wrong(part)
    return { name: cut((groups.name ?? '').trim(), 60), need }
  })
  const twice = found.find(({ name }, i) => found.findIndex((other) => other.name === name) < i)
  if (found.length === 0 || twice) throw wrong(twice?.name ?? text)
  if (found.length > mostCriteria)
    throw new UserError('task.error.criteria', { count: mostCriteria }, { field: 'criteria' })
  return found
}

/** What has been counted of those that stay stays counted. */
export const carried = (before: readonly Criterion[], now: readonly Omit<Criterion, 'done'>[]): Criterion[] =>
  now.map((one) => ({ ...one, done: before.find(({ name }) => name === one.name)?.done ?? 0 }))

export const unmetOf = <C extends Criterion>(criteria: readonly C[]): C[] =>
  criteria.filter(({ done, need }) => done < need)

/** `笔记 2/3, 测评 0/1`: in no language but its own. */
export const criteriaText = (criteria: readonly Criterion[]): string =>
  criteria.map(({ name, done, need }) => `${name} ${done}/${need}`).join(' · ')
