/** Goals: what a campaign is to reach, in the order of R4, and what makes one SMART (R3). */
import { formatId } from '../../kit/ids.js'
import { addDays, type LocalDate } from '../../kit/time.js'
import type { Goal } from './goal.repo.js'

/** The types of 003-T1 and repeat purchase, in the order of R4: GMV, user growth, brand exposure, repeat purchase. */
export const goalTypes = ['sales', 'users', 'brand', 'repurchase'] as const
export type GoalType = (typeof goalTypes)[number]

/** `G-1` */
export const goalRef = (id: number): string => formatId('G', id)

/** More than anybody steers by; they all stand in one letter. */
export const mostGoals = 50

/** What is redrawn when a goal changes. */
export const subjectsOf = ({ id, campaignId }: Pick<Goal, 'id' | 'campaignId'>): string[] => [
  `goal:${id}`,
  `campaign:${campaignId}`,
]

type Placed = Pick<Goal, 'id' | 'type' | 'metric' | 'rank'>

/** Sales come first because of the GMV: other metrics of sales stand behind it. */
const priority = ({ type, metric }: Pick<Goal, 'type' | 'metric'>): number => {
  if (type === 'sales') return /gmv/i.test(metric) ? -1 : 0
  const at = (goalTypes as readonly string[]).indexOf(type)
  return at < 0 ? goalTypes.length : at
}

/** As R4 has it: by type, GMV first, within one as they were added. */
export const byPriority = <G extends Placed>(goals: readonly G[]): G[] =>
  goals.toSorted((a, b) => priority(a) - priority(b) || a.id - b.id)

/** The order somebody gave them (F9); what was added since stands where R4 puts it, behind the last that goes before. */
export const inOrder = <G extends Placed>(goals: readonly G[]): G[] => {
  const placed = goals.filter(({ rank }) => rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  for (const goal of byPriority(goals.filter(({ rank }) => rank === null))) {
    const before = placed.findLastIndex((other) => priority(other) <= priority(goal))
    placed.splice(before + 1, 0, goal)
  }
  return placed
}

/** Whether somebody put a goal before one that R4 would put first. */
export const differsFromRule = (goals: readonly Placed[]): boolean =>
  goals.some((goal, i) => i > 0 && priority(goals[i - 1] ?? goal) > priority(goal))

export const lacks = ['metric', 'number', 'unit', 'owner', 'type', 'due'] as const
export type Lack = (typeof lacks)[number]

/** The five criteria and what each asks of a goal: it names a metric, has a number with its unit, somebody, a type, a day. */
export const criteria = {
  specific: ['metric'],
  measurable: ['number', 'unit'],
  achievable: ['owner'],
  relevant: ['type'],
  timeBound: ['due'],
} as const satisfies Readonly<Record<string, readonly Lack[]>>
export type Criterion = keyof typeof criteria
export const criterionNames = Object.keys(criteria) as Criterion[]

/** What `lacking` leaves unmet of each criterion (F7). */
export const judged = (lacking: readonly Lack[]): { criterion: Criterion; missing: Lack[] }[] =>
  criterionNames.map((criterion) => ({
    criterion,
    missing: criteria[criterion].filter((lack) => lacking.includes(lack)),
  }))

/** After so many days behind the last public day a due date is more likely a slip than the final evaluation of O17. */
const longAfter = 60

/** Goals may be due after the campaign (O17): what is unusual is said, never refused. */
export const dueWarning = (
  dueOn: LocalDate,
  { endOn }: { endOn: LocalDate },
  today: LocalDate,
): 'past' | 'late' | null => {
  if (dueOn < today) return 'past'
  return dueOn > addDays(endOn, longAfter) ? 'late' : null
}

/** Less is better for a goal typed with < or ≤. */
export const betterOf = ({ compare }: Pick<Goal, 'compare'>): 'up' | 'down' =>
  compare === '<' || compare === '≤' ? 'down' : 'up'

/** Above what was ever reached in the same season (R6). */
export const isAbovePeak = (goal: Pick<Goal, 'target' | 'peak' | 'compare'>): boolean =>
  goal.peak !== null && betterOf(goal) === 'up' && goal.target.gt(goal.peak)
