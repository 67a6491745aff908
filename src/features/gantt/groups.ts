/** Rows of the chart: tasks below the strategy and the module they belong to, and pages that fit on a screen. */
import type { LocalDate } from '../../kit/time.js'

/** A heading: a strategy (level 1), or a module of the strategy before it. */
export interface Group {
  key: string
  name: string
  level: 1 | 2
}

/** As much of a bar as its place among the others depends on. */
export interface Standing {
  ref: string
  fromOn: LocalDate
  toOn: LocalDate
  /** The key of its group. */
  group: string | null
}

/** `again`: it began on the page before. */
export type Line<B> = { bar: B } | { group: Group; again: boolean }

/** Of what belongs to no strategy, where others do. */
export const looseKey = ''

/** In the order of the calendar, as water falls. */
export const inOrder = <B extends Standing>(bars: readonly B[]): B[] =>
  [...bars].sort(
    (a, b) => a.fromOn.localeCompare(b.fromOn) || a.toOn.localeCompare(b.toOn) || a.ref.localeCompare(b.ref),
  )

/** The groups that hold something, each with what it holds; without groups all bars by themselves. */
export const arranged = <B extends Standing>(bars: readonly B[], groups: readonly Group[]): Line<B>[] => {
  const byGroup = new Map<string, B[]>()
  for (const bar of inOrder(bars)) {
    const key = bar.group ?? looseKey
    byGroup.set(key, [...(byGroup.get(key) ?? []), bar])
  }
  const holding = groups.filter((group) => keysUnder(groups, group).some((key) => byGroup.has(key)))
  if (holding.every(({ key }) => key === looseKey)) return inOrder(bars).map((bar) => ({ bar }))
  return holding.flatMap((group): Line<B>[] => [
    { group, again: false },
    ...(byGroup.get(group.key) ?? []).map((bar) => ({ bar })),
  ])
}

/** Its own key, and those of its modules. */
export const keysUnder = (groups: readonly Group[], { key, level }: Group): string[] => {
  if (level === 2) return [key]
  const rest = groups.slice(groups.findIndex((one) => one.key === key) + 1)
  const end = rest.findIndex((one) => one.level === 1)
  return [key, ...rest.slice(0, end < 0 ? rest.length : end).map((one) => one.key)]
}

/** More rows than these cannot be read on a phone. */
export const mostRows = 40

export const pageCount = (lines: number): number => Math.ceil(lines / mostRows)

/** As few pages as possible, of nearly the same length; a heading stays with what it is of, and is repeated. */
export const paged = <B>(lines: readonly Line<B>[]): Line<B>[][] => {
  const of = pageCount(lines.length)
  const starts = Array.from({ length: of }, (_, page) => {
    let at = Math.round((page * lines.length) / of)
    while (at > 0 && 'group' in (lines[at - 1] as Line<B>)) at -= 1
    return at
  })
  return starts.map((start, page) => {
    const own = lines.slice(start, starts[page + 1] ?? lines.length)
    return [...openAt(lines, start).map((group) => ({ group, again: true })), ...own]
  })
}

/** The headings under which the row at `start` stands, and which are not on its page. */
const openAt = <B>(lines: readonly Line<B>[], start: number): Group[] => {
  const first = lines[start]
  if (!first || ('group' in first && first.group.level === 1)) return []
  const before = lines.slice(0, start).flatMap((line) => ('group' in line ? [line.group] : []))
  const one = before.findLast(({ level }) => level === 1)
  const two = before.at(-1)
  return [...(one ? [one] : []), ...(two?.level === 2 && !('group' in first) ? [two] : [])]
}
