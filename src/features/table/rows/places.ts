/** The column of strategies: `小红书种草` or `小红书种草 / KOC筛选`, and what it names that is not there yet. */
import { cut } from '../../../kit/text.js'
import { longestName, missingIn, type Place, placeIn, type Tree } from '../../strategy/index.js'
import type { TaskRow } from '../../task/index.js'
import type { Finding } from '../finding.js'
import { folded } from '../read/fold.js'
import type { Cells } from './cells.js'
import type { Words } from './words.js'

const byName = <N extends { name: string }>(all: readonly N[]): ReadonlyMap<string, N> =>
  new Map(all.map((one) => [folded(one.name), one]))

/** Names as they are there already, however a table spells them. */
export const placesIn = (tree: Tree) => {
  const strategies = byName(tree)
  const modules = new Map(tree.map((strategy) => [strategy, byName(strategy.modules)]))
  return ({ strategy: name, module }: Place): Place => {
    const strategy = strategies.get(folded(name))
    const found = module === null || !strategy ? undefined : modules.get(strategy)?.get(folded(module))
    return { strategy: strategy?.name ?? name, module: found?.name ?? module }
  }
}

export interface Placing {
  words: Words
  placeIn: ReturnType<typeof placesIn>
}

export const placeOf = ({ words, placeIn: known }: Placing, cells: Cells): Pick<TaskRow, 'place'> => {
  const text = cells.of('strategy').replace(/\s+/g, ' ')
  if (text === '') return {}
  if (words.isNothing(text)) return { place: null }
  const place = placeIn(text)
  if (Math.max(place.strategy.length, place.module?.length ?? 0) > longestName)
    cells.note('long', 'strategy', { max: longestName })
  return { place: known(place) }
}

/** What the rows name and the campaign does not have yet. */
export const newPlaces = (tree: Tree, rows: readonly TaskRow[]): Finding[] => {
  const { strategies, modules } = missingIn(
    tree,
    rows.flatMap(({ place }) => place ?? []),
  )
  const names = [...strategies, ...modules.map(({ strategy, module }) => `${strategy} / ${module}`)]
  if (names.length === 0) return []
  const params = { count: names.length, names: cut(names.join(', '), 200) }
  return [{ kind: 'strategyNew', row: 0, column: '', params }]
}
