/** What the doctor makes of findings: worst first, area by area, a few of each kind; pure. */
import type { Finding } from '../../kit/finding.js'

export type Level = Finding['level']

/** Worst first. */
const levels: readonly Level[] = ['bad', 'warn', 'good']
const rank = ({ level }: Finding): number => levels.indexOf(level)

const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, other) => rank(one) - rank(other))

/** `good` when nothing was found. */
export const worstOf = (findings: readonly Finding[]): Level => worstFirst(findings)[0]?.level ?? 'good'

/** Two checks may stumble over the same stone: it is named once. */
export const once = (findings: readonly Finding[]): Finding[] => {
  const told = new Map(findings.map((one) => [JSON.stringify([one.area, one.what, one.params]), one]))
  return [...told.values()]
}

/** The areas by their worst finding, the findings of each by their level; equal ones stay in their order. */
export const byArea = (findings: readonly Finding[]): { area: string; findings: Finding[] }[] => {
  const sorted = worstFirst(findings)
  const areas = [...new Set(sorted.map(({ area }) => area))]
  return areas.map((area) => ({ area, findings: sorted.filter((one) => one.area === area) }))
}

/** How many of one kind are named. */
const named = 5

/** The first of findings of one kind, and how many more there are. */
export const aFew = (findings: readonly Finding[]): Finding[] => {
  const [first] = findings
  const more = findings.length - named
  if (!first || more <= 0) return [...findings]
  const { area, level } = first
  return [...findings.slice(0, named), { area, level, what: 'more', params: { count: more } }]
}
