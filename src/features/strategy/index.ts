/** Strategies: the directions in which a campaign works, and the modules of each; tasks stand below them (003 §2.2). */
import type { Feature } from '../../kit/feature.js'
import { moduleAdd } from './commands/module-add.js'
import { strategyAdd } from './commands/strategy-add.js'
import { strategyRemove } from './commands/strategy-remove.js'
import { strategySet } from './commands/strategy-set.js'

export const strategy: Feature = {
  name: 'strategy',
  commands: [strategyAdd, moduleAdd, strategySet, strategyRemove],
}

export { addMissing } from './change.js'
export { placeMeant, strategyMeant } from './find.js'
export {
  idsIn,
  keyOf,
  longestName,
  missingIn,
  type Place,
  type PlaceIds,
  placeIn,
  placeOf,
  placeText,
  type Tree,
  uncovered,
} from './strategy.js'
export { type Module, type Strategy, strategiesOf } from './strategy.repo.js'
