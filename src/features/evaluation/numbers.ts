/** Reads target and actual value as people write them (handbook 6.1), so that one can be divided by the other. */
import { type Compare, type Decimal, parseValue, type ValueKind } from '../../kit/value.js'
import { countsDown, type Numbers } from './evaluation.js'

interface Measure {
  number: Decimal
  kind: ValueKind
  unit: string
  compare: Compare | null
}

/** What else is known of a metric: how its goal or its KPI is counted. */
export type Known = Pick<Numbers, 'kind' | 'unit' | 'compare'> | null

/** Which of the two cannot be kept: it is no value, or is counted otherwise than the other one. */
export interface Unreadable {
  field: 'target' | 'actual'
  why: 'value' | 'unit'
}

const measureIn = (text: string): Measure | null => {
  const value = parseValue(text)
  if (!value) return null
  const { number, kind, unit, perDay, compare = null } = value
  return { number, kind, unit: `${unit}${perDay ? '/日' : ''}`, compare }
}

/** A change may be written without its sign where the other one, or the metric, is a change. */
const kindOf = (measures: readonly Measure[], known: Known): ValueKind | null => {
  const kinds = new Set(measures.map(({ kind }) => kind))
  const percent = [...kinds].every((kind) => kind === 'percent' || kind === 'uplift')
  if (percent && (kinds.has('uplift') || known?.kind === 'uplift')) return 'uplift'
  const [kind, other] = kinds
  return other === undefined ? (kind ?? 'amount') : null
}

/** A unit may be left out beside one that says it, and so may `/日`. */
const unitOf = (measures: readonly Measure[]): string | null => {
  const units = [...new Set(measures.map(({ unit }) => unit))].filter((unit) => unit !== '')
  const longest = units.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return units.every((unit) => unit === longest || `${unit}/日` === longest) ? longest : null
}

/**
 * Both numbers of a row, counted alike; an empty text is none. Of what is known to get better by getting less, a target
 * without a sign is an upper limit.
 */
export const numbersFrom = (
  texts: { target: string; actual: string },
  metric: string,
  known: Known,
): Numbers | Unreadable => {
  const [target, actual] = [measureIn(texts.target), measureIn(texts.actual)]
  if (texts.target !== '' && !target) return { field: 'target', why: 'value' }
  if (texts.actual !== '' && !actual) return { field: 'actual', why: 'value' }
  const measures = [target, actual].filter((one) => one !== null)
  const [kind, unit] = [kindOf(measures, known), unitOf(measures)]
  if (kind === null || unit === null) return { field: 'actual', why: 'unit' }
  const limit = known?.compare === '<' || known?.compare === '≤' ? known.compare : null
  const usual = kind !== 'uplift' && countsDown(metric) ? '≤' : null
  const compare = target ? (target.compare ?? limit ?? usual) : null
  return { target: target?.number ?? null, actual: actual?.number ?? null, kind, unit, compare }
}

export const isUnreadable = (one: Numbers | Unreadable): one is Unreadable => 'why' in one
