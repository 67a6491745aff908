/** Goals in parts: by channel, by tier of users, by category; the parts add up, or somebody says why not (R7). */
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { Decimal, parseValue } from '../../kit/value.js'
import type { Goal } from './goal.repo.js'
import { comparable, exact, written } from './measure.js'

export const axes = ['channel', 'tier', 'category'] as const
export type Axis = (typeof axes)[number]

export interface Part {
  name: string
  /** The exact number as text, in the unit of the goal. */
  value: string
}

const mostParts = 20

/** `淘宝=250万 抖音=150万` in plain forms, one a line or with commas between them, names of several words too. */
const entry =
  /\s*(?:"(?<quoted>[^"]+)"|(?<name>[^\s"=:][^=:\n]*?))\s*[=:]\s*(?<value>(?:[^\s=:,;、]|,(?=\d{3}(?!\d)))+)/gu
const begins = /^[\s,、;。]+/u

/** `淘宝 250万, 抖音 150万` says the same without any mark between name and number. */
const paired = (text: string): string =>
  /[=:]/.test(text) ? text : text.replace(/(\p{L}[^\s,、;]*)\s+(?=\d)/gu, '$1=')

/**
 * The parts that `text` names for `goal`.
 * @throws UserError (field `parts`) naming the part at fault: unreadable, another unit, named twice, too many.
 */
export const partsFrom = (goal: Pick<Goal, 'kind' | 'unit'>, text: string): Part[] => {
  const line = paired(text.normalize('NFKC'))
  const found = [...line.matchAll(entry)]
  const left = found.reduce((rest, [part]) => rest.replace(part, ''), line)
  if (found.length === 0 || /[^\s,、;。]/u.test(left)) throw fault('goal.error.parts', left.trim() || text)
  if (found.length > mostParts)
    throw new UserError('goal.error.partsMany', { max: mostParts }, { field: 'parts' })
  const parts = found.map(({ groups }) => partFrom(goal, groups ?? {}))
  const twice = parts.find(({ name }, i) => parts.findIndex((other) => other.name === name) < i)
  if (twice) throw fault('goal.error.partTwice', twice.name)
  return parts
}

const partFrom = (
  goal: Pick<Goal, 'kind' | 'unit'>,
  { quoted, name, value = '' }: { [group: string]: string | undefined },
): Part => {
  const called = (quoted ?? name ?? '').replace(begins, '').trim()
  const typed = parseValue(value.replace(/。$/u, ''))
  const given = `${called}=${value}`
  if (called === '' || !typed || typed.compare || typed.number.lt(0)) throw fault('goal.error.part', given)
  const unit = `${typed.unit}${typed.perDay ? '/日' : ''}`
  if (!comparable({ kind: typed.kind, unit }, goal)) throw fault('goal.error.partUnit', given, goal.unit)
  return { name: cut(called, 60), value: typed.number.toFixed() }
}

const fault = (
  key: 'goal.error.parts' | 'goal.error.part' | 'goal.error.partUnit' | 'goal.error.partTwice',
  given: string,
  unit = '',
): UserError => new UserError(key, { given: cut(given, 60), unit }, { field: 'parts' })

/** @throws UserError for what does not add up by its nature: rates, changes, ratios. */
export const mustAddUp = ({ kind, metric }: Pick<Goal, 'kind' | 'metric'>): void => {
  if (kind !== 'amount')
    throw new UserError('goal.error.splitKind', { metric: cut(metric, 40) }, { field: 'goal' })
}

/** The exact sum. */
export const sumOf = (parts: readonly Part[]): Decimal =>
  parts.reduce((sum, { value }) => sum.plus(exact(value)), exact('0'))

/** What the parts leave open of the goal; negative when they are more. */
export const gapOf = ({ target }: Pick<Goal, 'target'>, parts: readonly Part[]): Decimal =>
  exact(target.toFixed()).minus(sumOf(parts))

/** `淘宝 250万元, 抖音 150万元` */
export const partsText = (goal: Pick<Goal, 'kind' | 'unit'>, parts: readonly Part[]): string =>
  parts.map(({ name, value }) => `${name} ${written(goal, new Decimal(value))}`).join(', ')

/** Whether its parts, if there are any, are still counted in what the goal is counted in. */
export const partsFit = (
  goal: Pick<Goal, 'splits' | 'kind' | 'unit'>,
  now: { kind: string; unit: string },
): boolean => goal.splits.length === 0 || (goal.kind === now.kind && goal.unit === now.unit)

/** As the store keeps them. */
export const partsOf = (kept: unknown): Part[] => (Array.isArray(kept) ? (kept as Part[]) : [])

/** Whether it has parts that leave a gap nobody explained, e.g. since the target was changed. */
export const isUnexplained = (goal: Goal): boolean =>
  goal.splits.some(({ parts, reason }) => reason === null && !gapOf(goal, partsOf(parts)).isZero())
