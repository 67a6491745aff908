/** Goals: what a campaign is to reach in numbers, agreed on in the consensus table (003-T1) and signed as a letter (D2). */
import type { Feature } from '../../kit/feature.js'
import { goal as show } from './commands/goal.js'
import { goalAdd } from './commands/goal-add.js'
import { goalRank } from './commands/goal-rank.js'
import { goalRemove } from './commands/goal-remove.js'
import { goalSet } from './commands/goal-set.js'
import { goalSplit } from './commands/goal-split.js'
import { goals } from './commands/goals.js'
import { facts, smart } from './gates.js'
import { samples } from './goal.samples.js'
import { views } from './goal.views.js'
import { personLinked } from './reactions/person-linked.js'

export const goal: Feature = {
  name: 'goal',
  commands: [goalAdd, goals, show, goalSet, goalSplit, goalRank, goalRemove],
  views,
  reactions: [personLinked],
  samples,
  gates: { S1: smart },
  facts,
}

export { copyGoals } from './copy.js'
export type {} from './events.js'
export { dueWarning, type GoalType, goalRef, goalTypes, inOrder, mostGoals } from './goal.js'
export { targetText } from './goal.lines.js'
export { type Goal, goalsOf } from './goal.repo.js'
export { importGoals } from './import.js'
export { columnsIn as goalColumns, type GoalRow, targetIn as goalTarget } from './row.js'
export { partsFit } from './split.js'
