/** Strategies and their modules: how they are called, which names are the same, what an import would add (003 §2.2). */
import type { Module, Strategy } from './strategy.repo.js'

/** Characters a name may have. */
export const longestName = 200

/** Blanks, punctuation, what cannot be seen, letter case and full-width forms make no other name. */
export const keyOf = (name: string): string => {
  const plain = name.normalize('NFKC').toLowerCase()
  return plain.replace(/[\s\p{P}\p{Cf}]+/gu, '') || plain.trim()
}

/** Where a task belongs, by name: a strategy, and perhaps one of its modules. */
export interface Place {
  strategy: string
  module: string | null
}

/** The same, as it is kept. */
export interface PlaceIds {
  strategyId: number
  moduleId: number | null
}

/** Between a strategy and its module, in one line: no name of a strategy has it. */
const between = /\s[/／]\s/u

/** `小红书种草 / KOC筛选` */
export const placeText = (strategy: { name: string }, module?: { name: string } | null): string =>
  module ? `${strategy.name} / ${module.name}` : strategy.name

/** The opposite of `placeText`. */
export const placeIn = (text: string): Place => {
  const found = between.exec(text)
  if (!found) return { strategy: text.trim(), module: null }
  const module = text.slice(found.index + found[0].length).trim()
  return { strategy: text.slice(0, found.index).trim(), module: module || null }
}

export const canBeCalled = (name: string): boolean => !between.test(name)

/** The strategies of a campaign with their modules. */
export type Tree = readonly Strategy[]

export const named = <N extends { key: string }>(all: readonly N[], name: string): N | undefined => {
  const key = keyOf(name)
  return all.find((one) => one.key === key)
}

/** Null where a part of `place` is not there yet. */
export const idsIn = (tree: Tree, place: Place): PlaceIds | null => {
  const strategy = named(tree, place.strategy)
  const module = place.module === null ? null : strategy && named(strategy.modules, place.module)
  return strategy && module !== undefined ? { strategyId: strategy.id, moduleId: module?.id ?? null } : null
}

/** The words of a kept place; null where a task has none. */
export const placeOf = (
  tree: Tree,
  task: { strategyId: number | null; moduleId: number | null },
): { strategy: Strategy; module: Module | null } | null => {
  const strategy = tree.find(({ id }) => id === task.strategyId)
  return strategy
    ? { strategy, module: strategy.modules.find(({ id }) => id === task.moduleId) ?? null }
    : null
}

/** What `places` name and `tree` lacks, each once, in the order in which it is named. */
export const missingIn = (tree: Tree, places: readonly Place[]) => {
  const strategies = new Map<string, string>()
  const modules = new Map<string, Place & { module: string }>()
  for (const { strategy: name, module } of places) {
    const key = keyOf(name)
    const stands = tree.find((one) => one.key === key)
    if (!stands && !strategies.has(key)) strategies.set(key, name)
    if (module === null || (stands && named(stands.modules, module))) continue
    const whole = `${key}/${keyOf(module)}`
    if (!modules.has(whole)) modules.set(whole, { strategy: name, module })
  }
  return { strategies: [...strategies.values()], modules: [...modules.values()] }
}

/** Whether every letter of `part` stands in `whole`, in this order: 小红书种草 in 小红书KOC种草. */
const isWithin = (part: string, whole: string): boolean => {
  let at = 0
  for (const letter of whole) if (letter === part[at]) at += 1
  return at === part.length
}

/**
 * The directions that goals name (003-T1: 小红书KOC种草 + 抖音信息流) and no strategy takes up, each once.
 * @param texts the strategy of each goal
 */
export const uncovered = (tree: Pick<Strategy, 'key'>[] | Tree, texts: readonly string[]): string[] => {
  const wished = new Map<string, string>()
  for (const name of texts.flatMap((text) => text.split(/[+＋、,，;；\n]/u)).map((part) => part.trim()))
    if (name !== '' && !wished.has(keyOf(name))) wished.set(keyOf(name), name)
  const covers = (key: string) =>
    tree.some((one) => one.key.length > 1 && (isWithin(one.key, key) || isWithin(key, one.key)))
  return [...wished].filter(([key]) => !covers(key)).map(([, name]) => name)
}
