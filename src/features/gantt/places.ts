/** Where the tasks of a chart stand, and the points of the countdown above them, as they are kept. */
import type { Db } from '../../kit/store.js'
import type { LocalDate } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Campaign } from '../campaign/index.js'
import { isMissed, type MilestoneKey, milestonesOf } from '../countdown/index.js'
import type { Tree } from '../strategy/index.js'
import type { Task } from '../task/index.js'
import type { Milestone } from './gantt.js'
import { type Group, looseKey } from './groups.js'
import { words } from './words.js'

/** Strategies, each before its modules; what belongs to none at the end, under `loose`. */
export const groupsOf = (tree: Tree, loose = ''): Group[] => [
  ...tree.flatMap(({ id, name, modules }): Group[] => [
    { key: `s${id}`, name, level: 1 },
    ...modules.map((module): Group => ({ key: `m${module.id}`, name: module.name, level: 2 })),
  ]),
  { key: looseKey, name: loose, level: 1 },
]

export const groupOf = ({ strategyId, moduleId }: Pick<Task, 'strategyId' | 'moduleId'>): string | null => {
  if (moduleId !== null) return `m${moduleId}`
  return strategyId === null ? null : `s${strategyId}`
}

/** The countdown with the launch itself; nothing where a campaign has no countdown. */
export const milestonesFor = async (
  db: Db,
  { id, launchOn }: Campaign,
  today: LocalDate,
  t: Translate,
): Promise<Milestone[]> => {
  const points = await milestonesOf(db, id)
  if (points.length === 0) return []
  const shown = points.map((point): Milestone => {
    const name = t.named('countdown.milestone', point.key as MilestoneKey)
    const state = point.doneAt ? 'done' : isMissed(point, today) ? 'late' : 'open'
    return { label: `${name} ${point.toOn.slice(5)}`, fromOn: point.fromOn, toOn: point.toOn, state }
  })
  const label = `${words(t, 'gantt.launch')} ${launchOn.slice(5)}`
  const all: Milestone[] = [...shown, { label, fromOn: launchOn, toOn: launchOn, state: 'launch' }]
  return all.sort((a, b) => a.toOn.localeCompare(b.toOn))
}
