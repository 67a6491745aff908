/** An example for the gallery and the contract suite. */
import type { Sample } from '../../kit/feature.js'
import { testsCard } from './golive.cards.js'
import { checks } from './golive.js'

const at = new Date('2024-05-30T02:00:00Z')
const campaign = {
  ...{ id: 1, name: '618年中狂欢·全场满300减50', zone: 'Asia/Shanghai' },
  ...{ stage: 'S5', launchOn: '2024-06-01' },
}
const names = new Map([['p1', '工程师 <b> @all']])
const item = (key: string, i: number, result: string, note: string | null = null) => ({
  ...{ number: i + 1, key, ownerId: i === 6 ? 'p1' : null, result, note, version: 1 },
  ...(result === 'open' ? { testedById: null, testedAt: null } : { testedById: 'p1', testedAt: at }),
})
const stress = checks.map((key, i) => item(key, i, i < 5 ? 'passed' : 'open'))
const failed = checks.map((key, i) =>
  item(key, i, i === 2 ? 'failed' : 'passed', i === 2 ? '按钮*无*反应' : null),
)
const passed = checks.map((key, i) => item(key, i, 'passed'))

export const samples: readonly Sample[] = [
  { name: 'golive.tests', draw: testsCard({ campaign, items: stress, names }) },
  { name: 'golive.failed', draw: testsCard({ campaign, items: failed, names }) },
  { name: 'golive.ready', draw: testsCard({ campaign, items: passed, names }) },
]
