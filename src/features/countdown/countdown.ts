/** The countdown to launch T: what is due so many days before it, and what moves when T moves. */
import { addDays, daysBetween, type LocalDate } from '../../kit/time.js'

export const milestoneKeys = ['goals', 'draft', 'development', 'test'] as const
export type MilestoneKey = (typeof milestoneKeys)[number]

/** Days from T, both included: R1, R2, R13, and the window of R14 and R15. */
const offsets: Readonly<Record<MilestoneKey, readonly [from: number, to: number]>> = {
  goals: [-15, -15],
  draft: [-12, -12],
  development: [-7, -7],
  test: [-3, -1],
}

export interface Days {
  fromOn: LocalDate
  toOn: LocalDate
}

/** The countdown of a launch, as in handbook 4.7. */
export const countdownTo = (launchOn: LocalDate): ({ key: MilestoneKey } & Days)[] =>
  milestoneKeys.map((key) => {
    const [from, to] = offsets[key]
    return { key, fromOn: addDays(launchOn, from), toOn: addDays(launchOn, to) }
  })

/** `T-15`, `T-3…T-1`, `T`: days as people count them. */
export const countText = ({ fromOn, toOn }: Days, launchOn: LocalDate): string => {
  const count = (date: LocalDate): string => {
    const days = daysBetween(launchOn, date)
    return days === 0 ? 'T' : `T${days > 0 ? '+' : ''}${days}`
  }
  return fromOn === toOn ? count(fromOn) : `${count(fromOn)}…${count(toOn)}`
}

export const shifted = <D extends Days>(what: D, days: number): D => ({
  ...what,
  fromOn: addDays(what.fromOn, days),
  toOn: addDays(what.toOn, days),
})

interface Work {
  status: string
  startOn: LocalDate
  dueOn: LocalDate
}

/** Where a task goes when T moves: what is done stays, what has begun keeps its beginning. */
export const taskShifted = (task: Work, days: number): Pick<Work, 'startOn' | 'dueOn'> => {
  const { status, startOn, dueOn } = task
  if (status === 'done' || status === 'cancelled') return { startOn, dueOn }
  const due = addDays(dueOn, days)
  if (status === 'todo') return { startOn: addDays(startOn, days), dueOn: due }
  return { startOn, dueOn: daysBetween(startOn, due) < 0 ? startOn : due }
}

interface Point extends Days {
  doneAt: Date | null
}

export const isLate = ({ toOn, doneAt }: Point, today: LocalDate): boolean => doneAt === null && toOn < today

/** The next point that is neither done nor over. */
export const nextOf = <P extends Point>(points: readonly P[], today: LocalDate): P | null =>
  [...points]
    .sort((a, b) => a.toOn.localeCompare(b.toOn))
    .find(({ toOn, doneAt }) => doneAt === null && toOn >= today) ?? null
